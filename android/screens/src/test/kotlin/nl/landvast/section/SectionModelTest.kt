package nl.landvast.section

import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.UnconfinedTestDispatcher
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.runTest
import nl.landvast.plan.Entry
import nl.landvast.plan.FakePlan
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

@OptIn(ExperimentalCoroutinesApi::class)
class SectionModelTest {
    private val plan = FakePlan()

    private fun TestScope.opened(section: String = "c") =
        SectionModel(plan, section, backgroundScope, UnconfinedTestDispatcher(testScheduler)).also {
            it.open()
            testScheduler.runCurrent()
        }

    private fun SectionModel.kept(field: String): Kept =
        (state as SectionState.Open).questions.single { it.question.field == field }.kept

    @Test fun typingIsStoredOnceItRests() = runTest {
        val model = opened()
        "Ga".forEachIndexed { index, _ -> model.change("text", Entry.Text("Ga".take(index + 1))) }
        advanceTimeBy(1_000)
        assertTrue(plan.kept.isEmpty())
        assertEquals(Kept.Busy, model.kept("text"))
        advanceTimeBy(1_000)
        assertEquals(listOf("text" to Entry.Text("Ga")), plan.kept)
        assertEquals(Kept.Stored, model.kept("text"))
    }

    @Test fun aChoiceIsStoredAtOnce() = runTest {
        val model = opened()
        val choice = FakePlan.QUESTIONS.single { it.field == "choice" }.entry as Entry.Choice
        model.change("choice", choice.copy(chosen = "yes"))
        testScheduler.runCurrent()
        assertEquals(1, plan.kept.size)
    }

    @Test fun whoeverLeavesLosesNothingAndWritesItOnce() = runTest {
        val model = opened()
        model.change("text", Entry.Text("Blijf bij mij"))
        model.leave()
        testScheduler.runCurrent()
        advanceTimeBy(5_000)
        assertEquals(listOf("text" to Entry.Text("Blijf bij mij")), plan.kept)
    }

    @Test fun whatIsNotWholeWaitsOnTheScreen() = runTest {
        val model = opened()
        model.change("day", Entry.Day("3", "", ""))
        advanceTimeBy(2_000)
        assertEquals(Kept.NotWhole, model.kept("day"))
        assertTrue(plan.kept.isEmpty())
        model.change("day", Entry.Day("3", "5", "1990"))
        advanceTimeBy(2_000)
        assertEquals(Kept.Stored, model.kept("day"))
    }

    @Test fun aFullDiskIsSaidAndTheWordsStayOnTheScreen() = runTest {
        val model = opened()
        plan.isFull = true
        model.change("text", Entry.Text("Nog niet weg"))
        advanceTimeBy(2_000)
        assertEquals(Kept.Refused("The storage is full."), model.kept("text"))
        val shown = (model.state as SectionState.Open).questions.first().question.entry
        assertEquals(Entry.Text("Nog niet weg"), shown)
    }

    @Test fun aSectionThatCannotBeOpenedSaysWhy() = runTest {
        val model = opened(section = "x")
        assertEquals(SectionState.Closed("There is no such thing here."), model.state)
    }
}
