package nl.landvast.desktop

import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import kotlinx.coroutines.Dispatchers
import nl.landvast.App
import nl.landvast.Dependencies
import nl.landvast.core.Language
import nl.landvast.core.Place
import nl.landvast.core.PlanException
import nl.landvast.core.Section
import nl.landvast.core.Value
import nl.landvast.core.sayError
import nl.landvast.plan.KeeperPlan
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** The screens over the real core and a real vault on disk. */
@OptIn(ExperimentalTestApi::class)
class RealPlanTest {
    @get:Rule val folder = TemporaryFolder()

    private val vault by lazy { RealVault(folder.root) }
    private val keeper by lazy { vault.create() }
    private val words by lazy { keeper.words() }
    private val title by lazy { keeper.section(Place.Plan, Section.C).title }

    private fun asks(field: String) = keeper.read(Place.Plan, field).spec.question

    private fun answer(field: String) = keeper.read(Place.Plan, field).answer?.value

    private fun ComposeUiTest.start() = setContent {
        val scope = rememberCoroutineScope()
        App(remember { Dependencies(KeeperPlan(keeper), letters, scope, Dispatchers.Unconfined) }, dark = false)
    }

    private fun ComposeUiTest.press(says: String) {
        val button = hasClickAction() and (hasText(says) or hasContentDescription(says))
        onNode(hasScrollAction()).performScrollToNode(button)
        onNode(button).performClick()
    }

    private fun ComposeUiTest.type(box: String, text: String) {
        val found = hasSetTextAction() and hasText(box)
        onNode(hasScrollAction()).performScrollToNode(found)
        onNode(found).performTextInput(text)
    }

    @Test fun whatIsWrittenInASectionIsThereWhenYouComeBack() = runDesktopComposeUiTest(480, 900) {
        start()
        press(title)
        type(asks("c.first"), "Ga rustig naast me zitten.")
        type("${asks("c.do")} 1", "Zet thee")
        press("${words.addLine}: ${asks("c.do")}")
        type("${asks("c.do")} 2", "Zeg dat het overgaat")
        val ask = keeper.read(Place.Plan, "c.touch").spec.choices.single { it.id == "ask" }.label
        press(ask)
        press(words.back)

        assertEquals(Value.Text("Ga rustig naast me zitten."), answer("c.first"))
        assertEquals(Value.Lines(listOf("Zet thee", "Zeg dat het overgaat")), answer("c.do"))
        assertEquals(Value.Choice("ask"), answer("c.touch"))

        press(title)
        listOf("Ga rustig naast me zitten.", "Zet thee", "Zeg dat het overgaat").forEach { written ->
            onNode(hasScrollAction()).performScrollToNode(hasSetTextAction() and hasText(written))
        }
        onNode(hasScrollAction()).performScrollToNode(hasText(ask))
        onNode(hasText(ask) and hasClickAction()).assertIsSelected()
        keeper.lock()

        val again = vault.open()
        assertEquals(Value.Choice("ask"), again.read(Place.Plan, "c.touch").answer?.value)
        again.lock()
    }

    @Test fun emptyingABoxTakesTheAnswerAway() = runDesktopComposeUiTest(480, 900) {
        keeper.write(Place.Plan, "c.touch", Value.Choice("no"))
        start()
        press(title)
        press("${words.clearAnswer}: ${asks("c.touch")}")
        press(words.back)
        assertNull(answer("c.touch"))
        keeper.lock()
    }

    @Test fun aPlanThatWasLockedMeanwhileSaysSoInWords() = runDesktopComposeUiTest(480, 900) {
        start()
        waitForIdle()
        val section = title
        keeper.lock()
        press(section)
        val error = assertThrows(PlanException.Locked::class.java) { keeper.words() }
        val sentence = sayError(error, Language.NL).first()
        onNode(hasText(sentence, substring = true)).assertExists()
    }
}
