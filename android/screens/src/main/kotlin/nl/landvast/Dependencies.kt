package nl.landvast

import androidx.compose.ui.text.font.FontFamily
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.withContext
import nl.landvast.contents.ContentsState
import nl.landvast.plan.Plan
import nl.landvast.plan.ScreenWords
import nl.landvast.section.SectionModel

/** Everything that the screens are given, in one place: each platform fills it in. */
class Dependencies(
    private val plan: Plan,
    val letters: FontFamily,
    /** Lives as long as the plan is open, on the thread that draws. */
    private val scope: CoroutineScope,
    /** Where the disk is waited for. */
    private val work: CoroutineDispatcher,
) {
    fun sectionModel(section: String) = SectionModel(plan, section, scope, work)

    /** What the app begins with. */
    suspend fun start(): Start = withContext(work) {
        val words = plan.words()
        Start(words, ContentsState(words.product, plan.contents()))
    }
}

/** The words of the screens, and what the first of them shows. */
data class Start(val words: ScreenWords, val contents: ContentsState)
