package nl.landvast.plan

/**
 * What stands in the boxes of one question while somebody is busy with it.
 *
 * It is one form for each kind of answer that the core knows, and may be half done: a day with no
 * year yet, a line that is still empty. What is whole becomes a value of the core; what is not is
 * kept on the screen and nowhere else.
 */
sealed interface Entry {
    data class Text(val text: String) : Entry

    data class Lines(val lines: List<String>) : Entry

    data class Phones(val numbers: List<String>) : Entry

    data class Choice(val options: List<Option>, val chosen: String?) : Entry

    /** Three boxes, because nobody looks up a birthday in a calendar. */
    data class Day(val day: String, val month: String, val year: String) : Entry

    /** A number from 1 to [most]; [named] are the numbers that have a name. */
    data class Degree(val most: Int, val named: List<Option>, val typed: String) : Entry

    data class Hours(val times: Times) : Entry

    data class Rows(val columns: List<Column>, val rows: List<Row>) : Entry

    /** Any of these: people, or sections of the plan. */
    data class Several(val of: Several.Of, val options: List<Option>, val chosen: Set<String>) : Entry {
        enum class Of { People, Sections }
    }

    /** What somebody answered when they were asked, and when. */
    data class Agreement(val options: List<Option>, val chosen: String?, val on: Day) : Entry

    /** Worked out by the core: it is read, never written. */
    data class Derived(val shown: String) : Entry
}

/** One thing to choose. */
data class Option(val id: String, val label: String)

/** One column of rows; [blank] is what a new row has there. */
data class Column(val id: String, val label: String, val blank: Entry)

/** One row. Its id stays while its cells change. */
data class Row(val id: ULong, val cells: Map<String, Entry>)

/** When somebody can be reached. */
sealed interface Times {
    data object NotSaid : Times

    data object Always : Times

    data class Some(val spans: List<Span>) : Times

    /** The same hours on some days, Monday 0; the times are as they are typed. */
    data class Span(val days: Set<Int>, val from: String, val until: String)
}

/** Whether anything stands in it at all. */
val Entry.isBlank: Boolean
    get() = when (this) {
        is Entry.Text -> text.isBlank()
        is Entry.Lines -> lines.all { it.isBlank() }
        is Entry.Phones -> numbers.all { it.isBlank() }
        is Entry.Choice -> chosen == null
        is Entry.Day -> day.isBlank() && month.isBlank() && year.isBlank()
        is Entry.Degree -> typed.isBlank()
        is Entry.Hours -> times == Times.NotSaid
        is Entry.Rows -> rows.all { row -> row.cells.values.all { it.isBlank } }
        is Entry.Several -> chosen.isEmpty()
        is Entry.Agreement -> chosen == null && on.isBlank
        is Entry.Derived -> shown.isBlank()
    }

/** Whether it comes key by key, so that saving waits for a rest; a choice is kept at once. */
val Entry.isTyped: Boolean
    get() = when (this) {
        is Entry.Choice, is Entry.Several, is Entry.Derived -> false
        is Entry.Degree -> named.isEmpty()
        is Entry.Text, is Entry.Lines, is Entry.Phones, is Entry.Day, is Entry.Hours, is Entry.Rows,
        is Entry.Agreement,
        -> true
    }
