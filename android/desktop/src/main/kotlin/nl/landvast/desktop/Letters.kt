package nl.landvast.desktop

import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font

/** Atkinson Hyperlegible Next, from the same files as the card's. */
val letters = FontFamily(
    Font("Atkinson-Regular", read("AtkinsonHyperlegibleNext-Regular"), FontWeight.Normal),
    Font("Atkinson-Bold", read("AtkinsonHyperlegibleNext-Bold"), FontWeight.Bold),
)

private fun read(name: String): ByteArray {
    val file = checkNotNull(FontFamily::class.java.getResourceAsStream("/fonts/$name.ttf")) { "the app lacks $name" }
    return file.use { it.readBytes() }
}
