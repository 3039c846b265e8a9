package nl.landvast

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.produceState
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import nl.landvast.contents.ContentsScreen
import nl.landvast.look.Look
import nl.landvast.plan.ScreenWords
import nl.landvast.section.SectionActions
import nl.landvast.section.SectionScreen

/** The app once its plan is open: the contents, and one section at a time. */
@Composable
fun App(given: Dependencies, dark: Boolean = isSystemInDarkTheme()) = Look(given.letters, dark) {
    val start by produceState<Start?>(null) { value = given.start() }
    var shown by remember { mutableStateOf<String?>(null) }
    Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
        val begun = start ?: return@Surface
        when (val section = shown) {
            null -> ContentsScreen(begun.contents, onOpen = { shown = it.id })
            else -> Section(given, section, begun.words, back = { shown = null })
        }
    }
}

@Composable
private fun Section(given: Dependencies, section: String, words: ScreenWords, back: () -> Unit) {
    val model = remember(section) { given.sectionModel(section).also { it.open() } }
    DisposableEffect(model) { onDispose { model.leave() } }
    val actions = remember(model) {
        SectionActions(model::change, model::rest, model::fold, model::makeRowId, back)
    }
    SectionScreen(model.state, words, actions)
}
