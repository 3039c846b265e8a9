package nl.landvast.section

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import nl.landvast.look.LocalWords
import nl.landvast.look.OneOf
import nl.landvast.look.Signs
import nl.landvast.look.Space
import nl.landvast.look.Tile
import nl.landvast.look.Typing
import nl.landvast.look.WordButton
import nl.landvast.look.WriteBox
import nl.landvast.look.quiet
import nl.landvast.plan.Times

/** When somebody can be reached: always, or on these days from and until. */
@Composable
internal fun HoursBox(name: String, times: Times, onTimes: (Times) -> Unit) = Stack(Modifier.selectableGroup()) {
    val words = LocalWords.current
    OneOf(words.hoursAlways, times == Times.Always) { onTimes(Times.Always) }
    OneOf(words.hoursSome, times is Times.Some) { if (times !is Times.Some) onTimes(Times.Some(listOf(blankSpan))) }
    if (times is Times.Some) {
        times.spans.forEachIndexed { index, span ->
            SpanBox(
                span,
                onSpan = { changed -> onTimes(Times.Some(times.spans.toMutableList().also { it[index] = changed })) },
                onRemove = if (times.spans.size == 1) null else {
                    { onTimes(Times.Some(times.spans.filterIndexed { at, _ -> at != index })) }
                },
            )
        }
        WordButton(Signs.plus, words.addHours, { onTimes(Times.Some(times.spans + blankSpan)) }, of = name)
    }
    if (times != Times.NotSaid) WordButton(Signs.cross, words.clear, { onTimes(Times.NotSaid) }, of = name, color = quiet())
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun SpanBox(span: Times.Span, onSpan: (Times.Span) -> Unit, onRemove: (() -> Unit)?) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth().padding(vertical = Space.small), verticalArrangement = Arrangement.spacedBy(Space.medium)) {
        FlowRow(
            horizontalArrangement = Arrangement.spacedBy(Space.small),
            verticalArrangement = Arrangement.spacedBy(Space.small),
        ) {
            words.weekdays.forEachIndexed { day, label ->
                Tile(label, isOn = day in span.days) { isOn ->
                    onSpan(span.copy(days = if (isOn) span.days + day else span.days - day))
                }
            }
        }
        Row(horizontalArrangement = Arrangement.spacedBy(Space.medium)) {
            Labelled(words.from, Modifier.weight(1f).widthIn(max = 128.dp)) {
                WriteBox(words.from, span.from, Typing.Clock, { onSpan(span.copy(from = it.take(5))) })
            }
            Labelled(words.until, Modifier.weight(1f).widthIn(max = 128.dp)) {
                WriteBox(words.until, span.until, Typing.Clock, { onSpan(span.copy(until = it.take(5))) })
            }
        }
        onRemove?.let { WordButton(Signs.cross, words.removeHours, it, color = quiet()) }
    }
}

private val blankSpan = Times.Span(days = emptySet(), from = "", until = "")
