package nl.landvast

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import nl.landvast.contents.ContentsScreen
import nl.landvast.contents.ContentsState
import nl.landvast.look.Look
import nl.landvast.section.SectionActions
import nl.landvast.section.SectionScreen

/** The app once its plan is open: the contents, and one section at a time. */
@Composable
fun App(given: Dependencies, dark: Boolean = isSystemInDarkTheme()) = Look(given.letters, dark) {
    var shown by remember { mutableStateOf<String?>(null) }
    val words = remember { given.plan.words() }
    when (val section = shown) {
        null -> {
            val contents = remember { ContentsState(words.product, given.plan.contents()) }
            ContentsScreen(contents, onOpen = { shown = it.id })
        }
        else -> {
            val model = remember(section) { given.sectionModel(section).also { it.open() } }
            DisposableEffect(model) { onDispose { model.leave() } }
            SectionScreen(
                model.state,
                words,
                SectionActions(model::change, model::rest, model::fold, model::makeRowId, back = { shown = null }),
            )
        }
    }
}
