package nl.landvast.plan

import nl.landvast.core.FieldView
import nl.landvast.core.Keeper
import nl.landvast.core.Language
import nl.landvast.core.Place
import nl.landvast.core.PlanException
import nl.landvast.core.Section
import nl.landvast.core.sayError

/** The plan in the core's keeper. This file and `Values.kt` are all that knows the generated code. */
class KeeperPlan(private val keeper: Keeper) : Plan {
    /** Asked at once: a plan that was locked can no longer say it. */
    private val language: Language = keeper.language()

    override fun words(): ScreenWords = asked { keeper.words().toScreenWords() }

    override fun contents(): List<SectionTitle> =
        asked { keeper.sections().map { SectionTitle(it.id, it.title, it.about) } }

    override fun section(id: String): SectionPage = asked {
        val page = keeper.section(Place.Plan, Section.valueOf(id.uppercase()))
        val people = keeper.people().map { Option(it.id.toString(), it.name) }
        SectionPage(id, page.title, page.about, page.fields.map { it.toQuestion(people) })
    }

    override fun keep(field: String, entry: Entry) = asked {
        val value = entry.toValue()
        if (value == null) keeper.clear(Place.Plan, field) else keeper.write(Place.Plan, field, value)
    }

    override fun makeRowId(): ULong = asked { nl.landvast.core.makeRowId() }

    /** The core's errors in its own sentences, in the plan's language. */
    private fun <T> asked(ask: () -> T): T = try {
        ask()
    } catch (error: PlanException) {
        throw NotKept(sayError(error, language).joinToString(" "))
    }
}

private fun FieldView.toQuestion(people: List<Option>) = Question(
    field = spec.id,
    label = spec.label,
    asks = spec.question.ifBlank { spec.label },
    help = spec.help.ifBlank { null },
    helpLine = spec.helpLine.ifBlank { null },
    example = spec.example.ifBlank { null },
    entry = toEntry(people),
    seenBy = answer?.seenBy ?: spec.seenBy,
    care = if (spec.care == "safety") Care.AskFirst else Care.Usual,
)

/** Words that stand in the middle of a sentence elsewhere, and alone here. */
private fun String.asSentence() = replaceFirstChar { it.titlecase() }

private fun nl.landvast.core.ScreenWords.toScreenWords() = ScreenWords(
    product = product,
    back = back,
    saved = saved,
    notWhole = notWhole,
    example = example,
    addLine = addLine,
    addNumber = addNumber,
    addRow = addRow,
    removeLine = removeLine,
    removeRow = removeRow,
    clear = clearAnswer,
    show = show,
    readBy = readBy,
    nothingYet = nothingYet.asSentence(),
    needsCare = needsCare,
    day = day,
    month = month,
    year = year,
    noSuchDay = noSuchDay,
    hoursAlways = hoursAlways.asSentence(),
    hoursSome = hoursSome,
    from = from,
    until = until,
    addHours = addHours,
    removeHours = removeHours,
    weekdays = listOf(weekday1, weekday2, weekday3, weekday4, weekday5, weekday6, weekday7),
)
