package nl.landvast.section

import nl.landvast.plan.Question

/** What the screen of one section shows. */
sealed interface SectionState {
    /** The core is being asked. */
    data object Opening : SectionState

    /** It could not be shown; [sentence] says why. */
    data class Closed(val sentence: String) : SectionState

    data class Open(val title: String, val about: String, val questions: List<Asked>) : SectionState
}

/** A question on the screen. */
data class Asked(val question: Question, val kept: Kept, val fold: Fold)

/** Whether what stands in the boxes is stored. */
sealed interface Kept {
    /** Nothing was changed since the screen was opened. */
    data object AsItWas : Kept

    /** Somebody is typing, or the disk is busy. */
    data object Busy : Kept

    /** It is stored. */
    data object Stored : Kept

    /** It is not whole yet, so it only stands on the screen. */
    data object NotWhole : Kept

    /** The plan did not take it; [sentence] says why. */
    data class Refused(val sentence: String) : Kept
}

/** Whether a question is open. */
enum class Fold {
    /** Always open. */
    Never,

    /** May hurt to meet: closed until the person opens it. */
    Closed,

    /** Opened by the person. */
    Opened,
}
