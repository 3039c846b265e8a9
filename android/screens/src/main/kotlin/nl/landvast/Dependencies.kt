package nl.landvast

import androidx.compose.ui.text.font.FontFamily
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import nl.landvast.plan.Plan
import nl.landvast.section.SectionModel

/** Everything that the screens are given, in one place: each platform fills it in. */
class Dependencies(
    val plan: Plan,
    val letters: FontFamily,
    /** Lives as long as the plan is open, on the thread that draws. */
    private val scope: CoroutineScope,
    /** Where the disk is waited for; one call at a time is enough. */
    private val work: CoroutineDispatcher,
) {
    fun sectionModel(section: String) = SectionModel(plan, section, scope, work)
}
