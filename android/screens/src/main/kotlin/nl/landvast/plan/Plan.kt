package nl.landvast.plan

/**
 * The plan as the screens know it: their only door to the core.
 *
 * Calls wait for the disk, so nobody makes them on the thread that draws.
 */
interface Plan {
    /** The product's words, in the plan's language. */
    fun words(): ScreenWords

    /** The sections that have questions, in the plan's order. */
    fun contents(): List<SectionTitle>

    /** One section with its questions and answers. */
    fun section(id: String): SectionPage

    /**
     * Keeps an answer, or takes it away if nothing stands in it. When this returns, it is stored;
     * when it throws [NotKept], nothing has changed.
     */
    fun keep(field: String, entry: Entry)

    /** An id for a new row. */
    fun makeRowId(): ULong
}

/** A section in the contents. */
data class SectionTitle(val id: String, val title: String, val about: String)

/** A section and what is asked in it. */
data class SectionPage(val id: String, val title: String, val about: String, val questions: List<Question>)

/** A question with its answer so far. */
data class Question(
    /** The field's id: the core's name for it, never shown. */
    val field: String,
    /** Its short name. */
    val label: String,
    val asks: String,
    val help: String?,
    /** A help line that stands beside it, also while it is closed. */
    val helpLine: String?,
    val example: String?,
    val entry: Entry,
    /** Who may read the answer, in words. */
    val seenBy: String,
    val care: Care,
)

/** Whether a question stands open on the page. */
enum class Care {
    /** It does. */
    Usual,

    /** It may hurt to meet: it is opened by the person, never unasked. */
    AskFirst,
}

/** The plan did not take it. [sentence] says why and what to do, in the plan's language. */
class NotKept(val sentence: String) : Exception(sentence)
