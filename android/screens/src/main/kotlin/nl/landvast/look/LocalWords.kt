package nl.landvast.look

import androidx.compose.runtime.staticCompositionLocalOf
import nl.landvast.plan.ScreenWords

/** The words of the screen that is being drawn. */
val LocalWords = staticCompositionLocalOf<ScreenWords> { error("a screen provides its words") }
