package nl.landvast.plan

/** Every word that the screens themselves say. They come from the core: none is written here. */
data class ScreenWords(
    val product: String,
    val back: String,
    val saved: String,
    val notWhole: String,
    val example: String,
    val addLine: String,
    val addNumber: String,
    val addRow: String,
    val removeLine: String,
    val removeRow: String,
    val clear: String,
    val show: String,
    val readBy: String,
    val nothingYet: String,
    val needsCare: String,
    val day: String,
    val month: String,
    val year: String,
    val noSuchDay: String,
    val hoursAlways: String,
    val hoursSome: String,
    val from: String,
    val until: String,
    val addHours: String,
    val removeHours: String,
    /** Monday first. */
    val weekdays: List<String>,
)
