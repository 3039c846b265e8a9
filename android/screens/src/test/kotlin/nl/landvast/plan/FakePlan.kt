package nl.landvast.plan

/** A plan in memory, with a question of every kind. It keeps what it is given, like the real one. */
class FakePlan : Plan {
    /** Every save, in order. */
    val kept = mutableListOf<Pair<String, Entry>>()

    /** Once set, nothing is kept any more, as on a full disk. */
    var isFull = false

    private var rows = 0uL
    private val answers = linkedMapOf<String, Entry>()

    override fun words() = ENGLISH

    override fun contents() = listOf(SectionTitle("c", "Every kind", "A question of each kind."))

    override fun section(id: String): SectionPage {
        if (id != "c") throw NotKept("There is no such thing here.")
        val questions = QUESTIONS.map { it.copy(entry = answers[it.field] ?: it.entry) }
        return SectionPage(id, "Every kind", "A question of each kind.", questions)
    }

    override fun keep(field: String, entry: Entry) {
        if (isFull) throw NotKept("The storage is full.")
        kept += field to entry
        answers[field] = entry
    }

    override fun makeRowId(): ULong = ++rows

    companion object {
        private val YES_NO = listOf(Option("yes", "Yes"), Option("no", "No"))

        private fun question(field: String, asks: String, entry: Entry, care: Care = Care.Usual) =
            Question(field, field, asks, help = null, helpLine = null, example = "Sit down with me.", entry, "everyone with my card", care)

        val QUESTIONS = listOf(
            question("text", "What should someone do first?", Entry.Text("")),
            question("lines", "What helps?", Entry.Lines(emptyList())),
            question("phones", "What is your number?", Entry.Phones(emptyList())),
            question("choice", "May someone touch you?", Entry.Choice(YES_NO, null)),
            question("day", "When were you born?", Entry.Day("", "", "")),
            question("degree", "How often?", Entry.Degree(most = 9, named = emptyList(), typed = "")),
            question("named", "How much?", Entry.Degree(most = 2, listOf(Option("1", "A little"), Option("2", "A lot")), "")),
            question("hours", "When?", Entry.Hours(Times.NotSaid)),
            question(
                "rows",
                "Which animals?",
                Entry.Rows(listOf(Column("name", "Name", Entry.Text("")), Column("phones", "Phone", Entry.Phones(emptyList()))), emptyList()),
            ),
            question("several", "Who?", Entry.Several(Entry.Several.Of.People, listOf(Option("1", "Ana"), Option("2", "Bo")), emptySet())),
            question("agreed", "Did they agree?", Entry.Agreement(YES_NO, null, Entry.Day("", "", ""))),
            question("derived", "Which version?", Entry.Derived("Version 3")),
            question("careful", "What keeps you here?", Entry.Text(""), Care.AskFirst),
        )

        val ENGLISH = ScreenWords(
            product = "Landvast", back = "Back", saved = "Saved",
            notWhole = "Not finished yet.", example = "Example", addLine = "One more line", addNumber = "One more number",
            addRow = "One more row", removeLine = "Remove this line", removeRow = "Remove this row", clear = "Clear",
            show = "Show", readBy = "Who reads this", nothingYet = "Nothing yet", needsCare = "This may be hard.", day = "Day",
            month = "Month", year = "Year", noSuchDay = "There is no such day.", hoursAlways = "Day and night",
            hoursSome = "At set times", from = "From", until = "Until", addHours = "One more time",
            removeHours = "Remove this time", weekdays = listOf("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        )
    }
}
