package nl.landvast.desktop

import java.io.File
import java.security.MessageDigest
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/**
 * Google's files come from wherever this machine's Maven gets them, so each must be the very file
 * that `android/google-artifacts.sha256` names.
 */
class GoogleFilesTest {
    private val pinned: Map<String, String> = File("../google-artifacts.sha256").readLines()
        .associate { line -> line.substringAfter("  ").substringAfterLast('/') to line.substringBefore(' ') }

    private val used: List<File> = System.getProperty("java.class.path").split(File.pathSeparator).map(::File)
        .filter { it.isFile && isGoogles(it.invariantSeparatorsPath) }

    @Test fun everyFileOfGooglesIsTheOneThatIsPinned() {
        assertTrue("none was found on the class path", used.isNotEmpty())
        used.forEach { file -> assertEquals(file.name, pinned[file.name], sha256(file)) }
    }

    private fun sha256(file: File): String =
        MessageDigest.getInstance("SHA-256").digest(file.readBytes()).joinToString("") { "%02x".format(it) }

    /** JetBrains has a group whose name ends in androidx; its files come from Maven Central. */
    private fun isGoogles(path: String) =
        "/com/android/" in path || ("/androidx/" in path && "/org/jetbrains/androidx/" !in path)
}
