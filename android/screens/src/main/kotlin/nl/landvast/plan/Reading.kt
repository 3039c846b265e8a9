package nl.landvast.plan

import java.time.DateTimeException
import java.time.LocalDate

/** What three boxes say together. */
sealed interface ReadDay {
    data object Nothing : ReadDay

    data object Unfinished : ReadDay

    /** All three are there, but the calendar has no such day. */
    data object NoSuchDay : ReadDay

    data class Whole(val day: LocalDate) : ReadDay
}

fun Entry.Day.read(): ReadDay {
    if (isBlank) return ReadDay.Nothing
    if (day.isBlank() || month.isBlank() || year.length < 4) return ReadDay.Unfinished
    val numbers = listOf(year, month, day).map { it.trim().toIntOrNull() ?: return ReadDay.NoSuchDay }
    return try {
        ReadDay.Whole(LocalDate.of(numbers[0], numbers[1], numbers[2]))
    } catch (_: DateTimeException) {
        ReadDay.NoSuchDay
    }
}

fun LocalDate?.toEntry(): Entry.Day =
    if (this == null) Entry.Day("", "", "")
    else Entry.Day(dayOfMonth.toString(), monthValue.toString(), year.toString())

/** The minute of the day that a person means by "9", "9.30" or "09:30"; null if it is none. */
fun readMinute(typed: String): Int? {
    val parts = typed.trim().split(':', '.')
    val hour = parts[0].toIntOrNull() ?: return null
    val minute = if (parts.size > 1) parts[1].toIntOrNull() ?: return null else 0
    val isTime = parts.size <= 2 && hour in 0..24 && minute in 0..59 && hour * 60 + minute <= 24 * 60
    return if (isTime) hour * 60 + minute else null
}

/** A minute of the day as a clock shows it. */
fun sayMinute(minute: Int): String = "%d:%02d".format(minute / 60, minute % 60)

/** Whether it can be kept as it stands. What cannot waits on the screen until it is whole. */
val Entry.isWhole: Boolean
    get() = when (this) {
        is Entry.Day -> read().isWhole
        is Entry.Agreement -> (chosen == null) == on.isBlank && on.read().isWhole
        is Entry.Hours -> times.isWhole
        is Entry.Degree -> isBlank || (typed.trim().toIntOrNull() ?: 0) in 1..most
        is Entry.Rows -> rows.all { row -> row.cells.values.all { it.isWhole } }
        is Entry.Text, is Entry.Lines, is Entry.Phones, is Entry.Choice, is Entry.Several, is Entry.Derived -> true
    }

private val ReadDay.isWhole: Boolean get() = this is ReadDay.Whole || this == ReadDay.Nothing

private val Times.isWhole: Boolean
    get() = when (this) {
        Times.NotSaid, Times.Always -> true
        is Times.Some -> spans.isNotEmpty() && spans.all { span ->
            val from = readMinute(span.from)
            val until = readMinute(span.until)
            span.days.isNotEmpty() && from != null && from < 24 * 60 && until != null && until > 0
        }
    }
