package nl.landvast.section

import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.remember
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runComposeUiTest
import androidx.compose.ui.text.font.FontFamily
import kotlinx.coroutines.Dispatchers
import nl.landvast.App
import nl.landvast.Dependencies
import nl.landvast.plan.Entry
import nl.landvast.plan.FakePlan
import nl.landvast.plan.Times
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The screen of a section over a plan in memory; a subclass runs it on each platform. */
@OptIn(ExperimentalTestApi::class)
abstract class SectionSpec {
    private val plan = FakePlan()

    private fun ComposeUiTest.open() {
        setContent {
            val scope = rememberCoroutineScope()
            App(remember { Dependencies(plan, FontFamily.Default, scope, Dispatchers.Unconfined) }, dark = false)
        }
        onNodeWithText("Every kind").performClick()
    }

    private fun ComposeUiTest.box(name: String) = (hasSetTextAction() and hasText(name)).let {
        onNode(hasScrollAction()).performScrollToNode(it)
        onNode(it)
    }

    private fun ComposeUiTest.button(says: String) =
        (hasClickAction() and (hasText(says) or hasContentDescription(says))).let {
            onNode(hasScrollAction()).performScrollToNode(it)
            onNode(it)
        }

    private fun ComposeUiTest.leave() = button("Back").performClick().also { waitForIdle() }

    private fun kept(field: String) = plan.kept.last { it.first == field }.second

    @Test fun everyQuestionIsAHeading() = runComposeUiTest {
        open()
        FakePlan.QUESTIONS.forEach { question ->
            val heading = hasText(question.asks) and SemanticsMatcher.keyIsDefined(SemanticsProperties.Heading)
            onNode(hasScrollAction()).performScrollToNode(heading)
        }
    }

    @Test fun whoMayReadAnAnswerStandsBelowIt() = runComposeUiTest {
        open()
        onNode(hasScrollAction()).performScrollToNode(hasText("Who reads this: everyone with my card"))
    }

    @Test fun linesAreAddedAndTakenAway() = runComposeUiTest {
        open()
        box("What helps? 1").performTextInput("Make tea")
        button("One more line: What helps?").performClick()
        box("What helps? 2").performTextInput("Open a window")
        button("Remove this line: Make tea").performClick()
        leave()
        assertEquals(Entry.Lines(listOf("Open a window")), kept("lines"))
    }

    @Test fun aChoiceIsOneOfAGroup() = runComposeUiTest {
        open()
        button("No").performClick()
        button("No").assertIsSelected().assert(SemanticsMatcher.expectValue(SemanticsProperties.Role, Role.RadioButton))
        assertEquals("no", (kept("choice") as Entry.Choice).chosen)
    }

    @Test fun aDayThatIsNotInTheCalendarIsSaidAndNotKept() = runComposeUiTest {
        open()
        box("When were you born? Day").performTextInput("31")
        box("When were you born? Month").performTextInput("2")
        box("When were you born? Year").performTextInput("1990")
        onNodeWithText("There is no such day.").assertExists()
        leave()
        assertTrue(plan.kept.isEmpty())
    }

    @Test fun rowsHaveTheirOwnBoxes() = runComposeUiTest {
        open()
        button("One more row: Which animals?").performClick()
        box("Name").performTextInput("Moos")
        box("Phone 1").performTextInput("06 12345678")
        leave()
        val row = (kept("rows") as Entry.Rows).rows.single()
        assertEquals(Entry.Text("Moos"), row.cells["name"])
        assertEquals(Entry.Phones(listOf("06 12345678")), row.cells["phones"])
    }

    @Test fun hoursAreDaysWithATime() = runComposeUiTest {
        open()
        button("At set times").performClick()
        button("Tue").performClick()
        box("From").performTextInput("9")
        box("Until").performTextInput("17")
        leave()
        assertEquals(Entry.Hours(Times.Some(listOf(Times.Span(setOf(1), "9", "17")))), kept("hours"))
    }

    @Test fun aDerivedAnswerCannotBeWritten() = runComposeUiTest {
        open()
        onNode(hasScrollAction()).performScrollToNode(hasText("Version 3"))
        onNode(hasSetTextAction() and hasText("Which version?")).assertDoesNotExist()
    }

    @Test fun aHardQuestionOpensOnlyWhenAsked() = runComposeUiTest {
        open()
        onNode(hasScrollAction()).performScrollToNode(hasText("This may be hard."))
        onNode(hasSetTextAction() and hasText("What keeps you here?")).assertDoesNotExist()
        button("Show: careful").performClick()
        box("What keeps you here?").performTextInput("My sister")
        leave()
        assertEquals(Entry.Text("My sister"), kept("careful"))
    }

    @Test fun aRestAfterTypingSaysThatItIsSaved() = runComposeUiTest {
        open()
        box("What should someone do first?").performTextInput("Sit down")
        mainClock.advanceTimeBy(2_000)
        waitForIdle()
        onNodeWithText("Saved").assertExists()
        assertEquals(Entry.Text("Sit down"), kept("text"))
    }
}
