package nl.landvast.section

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.unit.dp
import nl.landvast.look.AnyOf
import nl.landvast.look.FocusOnce
import nl.landvast.look.LocalWords
import nl.landvast.look.OneOf
import nl.landvast.look.SignButton
import nl.landvast.look.Signs
import nl.landvast.look.Space
import nl.landvast.look.Typing
import nl.landvast.look.WordButton
import nl.landvast.look.WriteBox
import nl.landvast.look.quiet
import nl.landvast.plan.Entry
import nl.landvast.plan.Option
import nl.landvast.plan.ReadDay
import nl.landvast.plan.Row
import nl.landvast.plan.read

/** The place for an answer, by the kind of answer. [name] is what a screen reader calls it. */
@Composable
fun EntryBox(name: String, entry: Entry, makeRowId: () -> ULong, onEntry: (Entry) -> Unit) {
    when (entry) {
        is Entry.Text -> WriteBox(name, entry.text, Typing.Paragraphs, { onEntry(Entry.Text(it)) })
        is Entry.Lines -> {
            val words = LocalWords.current
            ListBox(name, entry.lines, Typing.Line, words.addLine, words.removeLine) { onEntry(Entry.Lines(it)) }
        }
        is Entry.Phones -> {
            val words = LocalWords.current
            ListBox(name, entry.numbers, Typing.Phone, words.addNumber, words.removeLine) { onEntry(Entry.Phones(it)) }
        }
        is Entry.Choice -> ChoiceBox(name, entry.options, entry.chosen) { onEntry(entry.copy(chosen = it)) }
        is Entry.Day -> DayBox(name, entry, onEntry)
        is Entry.Degree -> DegreeBox(name, entry, onEntry)
        is Entry.Hours -> HoursBox(name, entry.times) { onEntry(Entry.Hours(it)) }
        is Entry.Rows -> RowsBox(name, entry, makeRowId, onEntry)
        is Entry.Several -> SeveralBox(entry, onEntry)
        is Entry.Agreement -> AgreementBox(name, entry, onEntry)
        is Entry.Derived -> Text(entry.shown.ifBlank { LocalWords.current.nothingYet }, style = MaterialTheme.typography.bodyLarge)
    }
}

/** Short texts under each other. There is always a box to write in, and one button for the next. */
@Composable
private fun ListBox(
    name: String,
    texts: List<String>,
    typing: Typing,
    add: String,
    remove: String,
    onTexts: (List<String>) -> Unit,
) = Stack {
    val shown = texts.ifEmpty { listOf("") }
    val newest = remember { FocusRequester() }
    var isAdding by remember { mutableStateOf(false) }
    val addOne = {
        isAdding = true
        onTexts(shown + "")
    }
    shown.forEachIndexed { index, text ->
        val isNewest = index == shown.lastIndex
        Row(horizontalArrangement = Arrangement.spacedBy(4.dp), verticalAlignment = Alignment.CenterVertically) {
            WriteBox(
                name = "$name ${index + 1}",
                text = text,
                typing = typing,
                onText = { typed -> onTexts(shown.toMutableList().also { it[index] = typed }) },
                modifier = Modifier.weight(1f).then(if (isNewest) Modifier.focusRequester(newest) else Modifier),
                onEnter = if (isNewest && text.isNotBlank()) addOne else null,
            )
            if (shown.size > 1) {
                SignButton(Signs.cross, "$remove: $text", { onTexts(shown.filterIndexed { at, _ -> at != index }) })
            }
        }
    }
    FocusOnce(isAdding, shown.size, newest) { isAdding = false }
    // An empty box is already one more.
    if (shown.last().isNotBlank()) WordButton(Signs.plus, add, addOne, of = name)
}

@Composable
private fun ChoiceBox(
    name: String,
    options: List<Option>,
    chosen: String?,
    onChoose: (String?) -> Unit,
) = Stack(Modifier.selectableGroup()) {
    options.forEach { option -> OneOf(option.label, option.id == chosen) { onChoose(option.id) } }
    if (chosen != null) WordButton(Signs.cross, LocalWords.current.clear, { onChoose(null) }, of = name, color = quiet())
}

@Composable
private fun DayBox(name: String, entry: Entry.Day, onEntry: (Entry.Day) -> Unit) = Column {
    val words = LocalWords.current
    Row(horizontalArrangement = Arrangement.spacedBy(Space.medium)) {
        Labelled(words.day, Modifier.weight(1f).widthIn(max = 96.dp)) {
            WriteBox("$name ${words.day}", entry.day, Typing.Number, { onEntry(entry.copy(day = it.take(2))) })
        }
        Labelled(words.month, Modifier.weight(1f).widthIn(max = 96.dp)) {
            WriteBox("$name ${words.month}", entry.month, Typing.Number, { onEntry(entry.copy(month = it.take(2))) })
        }
        Labelled(words.year, Modifier.weight(1.4f).widthIn(max = 128.dp)) {
            WriteBox("$name ${words.year}", entry.year, Typing.Number, { onEntry(entry.copy(year = it.take(4))) })
        }
    }
    if (entry.read() == ReadDay.NoSuchDay) {
        Text(
            words.noSuchDay,
            Modifier.padding(top = Space.small),
            style = MaterialTheme.typography.bodyMedium,
            color = MaterialTheme.colorScheme.error,
        )
    }
}

@Composable
private fun DegreeBox(name: String, entry: Entry.Degree, onEntry: (Entry) -> Unit) {
    if (entry.named.isEmpty()) {
        WriteBox(name, entry.typed, Typing.Number, { onEntry(entry.copy(typed = it.take(3))) }, Modifier.widthIn(max = 128.dp))
    } else {
        ChoiceBox(name, entry.named, entry.typed.ifBlank { null }) { onEntry(entry.copy(typed = it.orEmpty())) }
    }
}

/** Rows as small papers under each other, each with its own boxes. */
@Composable
private fun RowsBox(
    name: String,
    entry: Entry.Rows,
    makeRowId: () -> ULong,
    onEntry: (Entry) -> Unit,
) = Stack {
    val words = LocalWords.current
    val paper = RoundedCornerShape(Space.corner)
    entry.rows.forEachIndexed { index, row ->
        Column(
            Modifier.fillMaxWidth().clip(paper)
                .border(1.dp, MaterialTheme.colorScheme.outlineVariant, paper)
                .padding(Space.medium),
            verticalArrangement = Arrangement.spacedBy(Space.medium),
        ) {
            entry.columns.forEach { column ->
                Labelled(column.label) {
                    EntryBox(column.label, row.cells[column.id] ?: column.blank, makeRowId) { cell ->
                        val changed = row.copy(cells = row.cells + (column.id to cell))
                        onEntry(entry.copy(rows = entry.rows.map { if (it.id == row.id) changed else it }))
                    }
                }
            }
            WordButton(
                Signs.cross,
                words.removeRow,
                { onEntry(entry.copy(rows = entry.rows.filter { it.id != row.id })) },
                of = "$name ${index + 1}",
                color = quiet(),
            )
        }
    }
    WordButton(
        Signs.plus,
        words.addRow,
        { onEntry(entry.copy(rows = entry.rows + Row(makeRowId(), entry.columns.associate { it.id to it.blank }))) },
        of = name,
    )
}

@Composable
private fun SeveralBox(entry: Entry.Several, onEntry: (Entry) -> Unit) = Stack {
    entry.options.forEach { option ->
        AnyOf(option.label, option.id in entry.chosen) { isChosen ->
            onEntry(entry.copy(chosen = if (isChosen) entry.chosen + option.id else entry.chosen - option.id))
        }
    }
}

@Composable
private fun AgreementBox(name: String, entry: Entry.Agreement, onEntry: (Entry) -> Unit) = Stack {
    ChoiceBox(name, entry.options, entry.chosen) { onEntry(entry.copy(chosen = it)) }
    DayBox(name, entry.on) { onEntry(entry.copy(on = it)) }
}

@Composable
internal fun Labelled(label: String, modifier: Modifier = Modifier, box: @Composable () -> Unit) = Column(
    modifier,
    verticalArrangement = Arrangement.spacedBy(4.dp),
) {
    Text(label, style = MaterialTheme.typography.titleMedium)
    box()
}

@Composable
internal fun Stack(modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) =
    Column(modifier, verticalArrangement = Arrangement.spacedBy(10.dp), content = content)
