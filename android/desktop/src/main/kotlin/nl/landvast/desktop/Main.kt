package nl.landvast.desktop

import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import java.nio.ByteBuffer
import java.nio.CharBuffer
import kotlin.system.exitProcess
import kotlinx.coroutines.Dispatchers
import nl.landvast.App
import nl.landvast.Dependencies
import nl.landvast.core.Cost
import nl.landvast.core.Keeper
import nl.landvast.core.Opening
import nl.landvast.core.PlanException
import nl.landvast.plan.KeeperPlan

/** Opens the vault in the folder that is named, and shows its plan in a window. */
fun main(arguments: Array<String>) {
    val console = System.console()
    val folder = arguments.singleOrNull()
    if (folder == null || console == null) exitProcess(NOTHING_TO_OPEN)
    val passphrase = toBytes(console.readPassword())
    val keeper = try {
        Keeper.open(Opening(folder, Cost.USUAL, known = null), passphrase)
    } catch (error: PlanException) {
        nl.landvast.core.sayError(error, nl.landvast.core.Language.NL).forEach(console.writer()::println)
        exitProcess(NOT_OPENED)
    } finally {
        passphrase.fill(0)
    }
    application {
        val scope = rememberCoroutineScope()
        val given = remember { Dependencies(KeeperPlan(keeper), letters, scope, Dispatchers.IO.limitedParallelism(1)) }
        Window(
            onCloseRequest = ::exitApplication,
            title = "Landvast",
            state = rememberWindowState(size = DpSize(480.dp, 860.dp)),
        ) { App(given) }
    }
    keeper.lock()
}

/** Without a text on the way, which nobody could wipe. */
private fun toBytes(typed: CharArray): ByteArray {
    val encoded: ByteBuffer = Charsets.UTF_8.encode(CharBuffer.wrap(typed))
    val bytes = ByteArray(encoded.remaining()).also(encoded::get)
    typed.fill(' ')
    encoded.array().fill(0)
    return bytes
}

private const val NOTHING_TO_OPEN = 2
private const val NOT_OPENED = 3
