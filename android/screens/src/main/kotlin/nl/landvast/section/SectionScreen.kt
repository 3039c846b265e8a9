package nl.landvast.section

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.imePadding
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.onFocusChanged
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import nl.landvast.look.LocalWords
import nl.landvast.look.Sign
import nl.landvast.look.Signs
import nl.landvast.look.Space
import nl.landvast.look.WordButton
import nl.landvast.plan.Entry
import nl.landvast.plan.Question
import nl.landvast.plan.ScreenWords
import nl.landvast.plan.isBlank

/** What a person can do on the screen of a section. */
class SectionActions(
    val change: (field: String, entry: Entry) -> Unit,
    val rest: (field: String) -> Unit,
    val fold: (field: String) -> Unit,
    val makeRowId: () -> ULong,
    val back: () -> Unit,
)

/** One section of the plan: its questions under each other, each with a place for the answer. */
@Composable
fun SectionScreen(state: SectionState, words: ScreenWords, actions: SectionActions) =
    CompositionLocalProvider(LocalWords provides words) {
        Surface(color = MaterialTheme.colorScheme.background) {
            Box(Modifier.fillMaxSize().imePadding(), contentAlignment = Alignment.TopCenter) {
                LazyColumn(
                    Modifier.widthIn(max = Space.column).fillMaxSize(),
                    contentPadding = PaddingValues(start = Space.large, end = Space.large, bottom = Space.wide * 2),
                    verticalArrangement = Arrangement.spacedBy(Space.wide),
                ) {
                    item { Top(state, actions.back) }
                    if (state is SectionState.Open) {
                        items(state.questions, key = { it.question.field }) { QuestionBlock(it, actions) }
                    }
                }
            }
        }
    }

@Composable
private fun Top(state: SectionState, back: () -> Unit) = Column {
    Box(Modifier.padding(vertical = Space.small)) { WordButton(Signs.back, LocalWords.current.back, back) }
    when (state) {
        SectionState.Opening -> Unit
        is SectionState.Closed -> Text(state.sentence, style = MaterialTheme.typography.bodyLarge)
        is SectionState.Open -> {
            Text(
                state.title,
                Modifier.semantics { heading() },
                style = MaterialTheme.typography.headlineLarge,
            )
            Text(
                state.about,
                Modifier.padding(top = Space.small),
                style = MaterialTheme.typography.bodyLarge,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
        }
    }
}

@Composable
private fun QuestionBlock(asked: Asked, actions: SectionActions) {
    val question = asked.question
    var isInside by remember { mutableStateOf(false) }
    val followed = Modifier.onFocusChanged { focus ->
        if (isInside && !focus.hasFocus) actions.rest(question.field)
        isInside = focus.hasFocus
    }
    Column(followed.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(Space.small)) {
        Text(question.asks, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleLarge)
        question.helpLine?.let { Text(it, style = MaterialTheme.typography.titleMedium) }
        if (asked.fold == Fold.Closed) {
            Careful(question, actions)
            return@Column
        }
        question.help?.let { Quiet(it) }
        question.example?.takeIf { question.entry.isBlank }?.let { Quiet("${LocalWords.current.example}: $it") }
        Box(Modifier.padding(vertical = Space.small)) {
            EntryBox(question.asks, question.entry, actions.makeRowId) { actions.change(question.field, it) }
        }
        Foot(question, asked.kept)
    }
}

/** A question that may hurt to meet: it says so, and stays closed until it is opened. */
@Composable
private fun Careful(question: Question, actions: SectionActions) {
    val words = LocalWords.current
    Quiet(words.needsCare)
    OutlinedButton(
        onClick = { actions.fold(question.field) },
        // Read aloud alone, "show" would not say what.
        Modifier.semantics { contentDescription = "${words.show}: ${question.label}" },
    ) { Text(words.show, style = MaterialTheme.typography.labelLarge) }
}

/** Who may read it, and whether it is stored: always there, never in the way. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Foot(question: Question, kept: Kept) = FlowRow(
    Modifier.fillMaxWidth(),
    horizontalArrangement = Arrangement.SpaceBetween,
    verticalArrangement = Arrangement.spacedBy(4.dp),
) {
    val words = LocalWords.current
    Row(horizontalArrangement = Arrangement.spacedBy(Space.small)) {
        Sign(Signs.eye, MaterialTheme.colorScheme.onSurfaceVariant)
        Quiet("${words.readBy}: ${question.seenBy}")
    }
    KeptLine(kept, words)
}

@Composable
private fun KeptLine(kept: Kept, words: ScreenWords) {
    // Read aloud when it changes, without taking the person away from what they do.
    val spoken = Modifier.semantics { liveRegion = LiveRegionMode.Polite }
    when (kept) {
        Kept.AsItWas, Kept.Busy -> Unit
        Kept.Stored -> Row(spoken, Arrangement.spacedBy(Space.small)) {
            Sign(Signs.tick, MaterialTheme.colorScheme.primary)
            Quiet(words.saved)
        }
        Kept.NotWhole -> Quiet(words.notWhole, spoken)
        is Kept.Refused -> Text(
            kept.sentence,
            spoken,
            style = MaterialTheme.typography.bodyMedium,
            color = MaterialTheme.colorScheme.error,
        )
    }
}

@Composable
private fun Quiet(words: String, modifier: Modifier = Modifier) = Text(
    words,
    modifier,
    style = MaterialTheme.typography.bodyMedium,
    color = MaterialTheme.colorScheme.onSurfaceVariant,
)
