package nl.landvast.plan

import nl.landvast.core.Agreement
import nl.landvast.core.Agrees
import nl.landvast.core.ChoiceSpec
import nl.landvast.core.ColumnSpec
import nl.landvast.core.FieldView
import nl.landvast.core.Section
import nl.landvast.core.Value

/** The boxes for a field, with its answer in them. */
internal fun FieldView.toEntry(people: List<Option>): Entry {
    val value = answer?.value
    if (spec.kind == "derived") return Entry.Derived(answer?.shown.orEmpty())
    if (spec.kind == "rows") {
        val columns = spec.columns.map { Column(it.id, it.label, it.toEntry(people, null)) }
        val rows = (value as? Value.Rows)?.v1.orEmpty().map { row ->
            Row(row.id, spec.columns.associate { it.id to it.toEntry(people, row.cells[it.id]) })
        }
        return Entry.Rows(columns, rows)
    }
    return entryOf(spec.kind, spec.choices.map { it.toOption() }, spec.most.toInt(), people, value)
}

private fun ColumnSpec.toEntry(people: List<Option>, value: Value?): Entry =
    entryOf(kind, choices.map { it.toOption() }, most.toInt(), people, value)

private fun entryOf(kind: String, options: List<Option>, most: Int, people: List<Option>, value: Value?): Entry =
    when (kind) {
        "lines" -> Entry.Lines((value as? Value.Lines)?.v1.orEmpty())
        "phones" -> Entry.Phones((value as? Value.Phones)?.v1.orEmpty())
        "choice" -> Entry.Choice(options, (value as? Value.Choice)?.v1)
        "day" -> (value as? Value.Day)?.v1.toEntry()
        "hours" -> Entry.Hours((value as? Value.Hours)?.v1?.let(::readHours) ?: Times.NotSaid)
        "degree" -> Entry.Degree(most, options, (value as? Value.Degree)?.v1?.toString().orEmpty())
        "people" -> {
            val chosen = (value as? Value.People)?.v1.orEmpty().map { it.toString() }.toSet()
            Entry.Several(Entry.Several.Of.People, people, chosen)
        }
        "sections" -> {
            val chosen = (value as? Value.Sections)?.v1.orEmpty().map { it.name.lowercase() }.toSet()
            Entry.Several(Entry.Several.Of.Sections, options, chosen)
        }
        "agreement" -> {
            val agreed = (value as? Value.Agreement)?.v1
            Entry.Agreement(options, agreed?.answer?.name?.lowercase(), agreed?.on.toEntry())
        }
        else -> Entry.Text((value as? Value.Text)?.v1.orEmpty())
    }

private fun ChoiceSpec.toOption() = Option(id, label)

/** What the boxes say, as a value of the core; null where they say nothing. Only for whole entries. */
internal fun Entry.toValue(): Value? = if (isBlank) null else when (this) {
    is Entry.Text -> Value.Text(text.trim())
    is Entry.Lines -> Value.Lines(lines.said())
    is Entry.Phones -> Value.Phones(numbers.said())
    is Entry.Choice -> chosen?.let(Value::Choice)
    is Entry.Day -> (read() as? ReadDay.Whole)?.let { Value.Day(it.day) }
    is Entry.Degree -> typed.trim().toUByteOrNull()?.let(Value::Degree)
    is Entry.Hours -> times.say()?.let(Value::Hours)
    is Entry.Rows -> Value.Rows(
        rows.map { row -> nl.landvast.core.Row(row.id, row.cells.said()) }.filter { it.cells.isNotEmpty() },
    )
    is Entry.Several -> when (of) {
        Entry.Several.Of.People -> Value.People(chosen.map { it.toULong() })
        Entry.Several.Of.Sections -> Value.Sections(chosen.map { Section.valueOf(it.uppercase()) })
    }
    is Entry.Agreement -> (on.read() as? ReadDay.Whole)?.let {
        Value.Agreement(Agreement(it.day, Agrees.valueOf(chosen.orEmpty().uppercase())))
    }
    is Entry.Derived -> null
}

private fun List<String>.said() = map { it.trim() }.filter { it.isNotEmpty() }

private fun Map<String, Entry>.said(): Map<String, Value> =
    mapNotNull { (column, entry) -> entry.toValue()?.let { column to it } }.toMap()

/** The days as the core writes hours down: `mo-fr 09:00-17:00; sa 10:00-12:00`, or `always`. */
private val DAYS = listOf("mo", "tu", "we", "th", "fr", "sa", "su")

internal fun readHours(written: String): Times {
    if (written == "always") return Times.Always
    return Times.Some(
        written.split("; ").map { span ->
            val (days, hours) = span.split(' ')
            val (from, until) = hours.split('-')
            Times.Span(days.split(',').flatMap(::readDays).toSet(), from, until)
        },
    )
}

private fun readDays(run: String): IntRange {
    val days = run.split('-').map(DAYS::indexOf)
    return days.first()..days.last()
}

private fun Times.say(): String? = when (this) {
    Times.NotSaid -> null
    Times.Always -> "always"
    is Times.Some -> spans.joinToString("; ") { span ->
        val days = span.days.sorted().joinToString(",") { DAYS[it] }
        val (from, until) = listOf(span.from, span.until).map { sayMinute(readMinute(it) ?: 0) }
        "$days $from-$until"
    }
}
