package nl.landvast.desktop

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.unit.Density
import java.io.File
import java.time.LocalDate
import javax.imageio.ImageIO
import kotlinx.coroutines.Dispatchers
import nl.landvast.App
import nl.landvast.Dependencies
import nl.landvast.core.Keeper
import nl.landvast.core.Place
import nl.landvast.core.Row
import nl.landvast.core.Section
import nl.landvast.core.Value
import nl.landvast.core.makeRowId
import nl.landvast.plan.KeeperPlan
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** Pictures of the screens, for somebody to look at: `target/shots`. */
@OptIn(ExperimentalTestApi::class)
class ShotsTest {
    @get:Rule val folder = TemporaryFolder()

    @Test fun howToHelpMeByDay() = shoot("c-light", Section.C)

    @Test fun howToHelpMeByNight() = shoot("c-dark", Section.C, dark = true)

    @Test fun howToHelpMeInLargeLetters() = shoot("c-large", Section.C, fontScale = 2f)

    @Test fun justTypedByDay() = shoot("typed-light", Section.C) { asks ->
        onNode(hasSetTextAction() and hasText(asks("c.sentence"))).performTextInput("Je bent veilig. Ik blijf bij je.")
        mainClock.advanceTimeBy(2_000)
    }

    @Test fun aboutMeByDay() = shoot("a-light", Section.A)

    @Test fun professionalsByNight() = shoot("e-dark", Section.E, dark = true)

    @Test fun theRulesByDay() = shoot("i-light", Section.I)

    @Test fun theContentsByDay() = shoot("contents-light", section = null)

    @Test fun theContentsByNight() = shoot("contents-dark", section = null, dark = true)

    private fun shoot(
        name: String,
        section: Section?,
        dark: Boolean = false,
        fontScale: Float = 1f,
        before: ComposeUiTest.(asks: (String) -> String) -> Unit = {},
    ) {
        val keeper = RealVault(folder.root).create().also(::fill)
        // A phone's width, and high enough for the whole page.
        runDesktopComposeUiTest(width = 412 * 2, height = if (section == null) 1900 else 5000) {
            setContent {
                CompositionLocalProvider(LocalDensity provides Density(density = 2f, fontScale)) {
                    val scope = rememberCoroutineScope()
                    App(remember { Dependencies(KeeperPlan(keeper), letters, scope, Dispatchers.Unconfined) }, dark)
                }
            }
            waitForIdle()
            if (section != null) {
                val title = hasText(keeper.section(Place.Plan, section).title) and hasClickAction()
                onNode(hasScrollAction()).performScrollToNode(title)
                onNode(title).performClick()
            }
            before { keeper.read(Place.Plan, it).spec.question }
            waitForIdle()
            val picture = onRoot().captureToImage().toAwtImage()
            val shots = File("target/shots").also { it.mkdirs() }
            assertTrue(ImageIO.write(picture, "png", File(shots, "$name.png")))
        }
        keeper.lock()
    }

    private fun fill(keeper: Keeper) {
        val hours = mapOf("name" to Value.Text("Huisarts De Kade"), "phones" to Value.Phones(listOf("030 1234567")), "hours" to Value.Hours("mo-fr 08:00-17:00"))
        mapOf(
            "a.call_name" to Value.Text("Noor"),
            "a.birth_date" to Value.Day(LocalDate.of(1987, 2, 28)),
            "a.phone" to Value.Phones(listOf("06 12345678")),
            "c.first" to Value.Text("Ga rustig naast me zitten. Je hoeft niets te zeggen, ik merk dat je er bent."),
            "c.do" to Value.Lines(listOf("Zet thee met honing", "Zeg dat het overgaat", "Bel Ana")),
            "c.touch" to Value.Choice("ask"),
            "e.gp" to Value.Rows(listOf(Row(makeRowId(), hours))),
            "i.where" to Value.Text("In de la van het bureau, en bij Ana."),
        ).forEach { (field, value) -> keeper.write(Place.Plan, field, value) }
    }
}
