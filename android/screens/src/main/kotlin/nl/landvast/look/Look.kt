package nl.landvast.look

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/**
 * How everything looks: paper and ink by day, lamplight by night.
 *
 * Made for somebody who is tired: no text under 18 sp, no colour that shouts, nothing moves.
 * [letters] come from the platform, because each loads fonts in its own way.
 */
@Composable
fun Look(letters: FontFamily, dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    MaterialTheme(
        colorScheme = if (dark) lamplight else daylight,
        typography = typography(letters),
        content = content,
    )
}

/** Distances, so that every screen breathes alike. */
object Space {
    val small = 8.dp
    val medium = 16.dp
    val large = 24.dp

    /** Between two questions. */
    val wide = 48.dp

    /** The smallest thing that a trembling thumb must hit. */
    val touch = 56.dp

    /** Longer lines are hard to read. */
    val column = 640.dp

    val corner = 14.dp
}

/** Ink on paper reads at 7 to 1 or more; a box's edge is seen at 3 to 1 or more (WCAG AAA, AA). */
private val daylight: ColorScheme = lightColorScheme(
    background = Color(0xFFF7F2E9),
    onBackground = Color(0xFF26221C),
    surface = Color(0xFFFFFDF8),
    onSurface = Color(0xFF26221C),
    onSurfaceVariant = Color(0xFF565046),
    outline = Color(0xFF8A8172),
    outlineVariant = Color(0xFFDDD5C6),
    primary = Color(0xFF1C5560),
    onPrimary = Color(0xFFFFFFFF),
    primaryContainer = Color(0xFFDDEBEA),
    onPrimaryContainer = Color(0xFF0E3A43),
    error = Color(0xFF8C2F1B),
    onError = Color(0xFFFFFFFF),
)

private val lamplight: ColorScheme = darkColorScheme(
    background = Color(0xFF191714),
    onBackground = Color(0xFFEFE8DB),
    surface = Color(0xFF24211D),
    onSurface = Color(0xFFEFE8DB),
    onSurfaceVariant = Color(0xFFC4BBAC),
    outline = Color(0xFF8F8677),
    outlineVariant = Color(0xFF3B372F),
    primary = Color(0xFF9BD0D6),
    onPrimary = Color(0xFF06343C),
    primaryContainer = Color(0xFF20444A),
    onPrimaryContainer = Color(0xFFD3EDEF),
    error = Color(0xFFF2B5A3),
    onError = Color(0xFF4A1509),
)

private fun typography(letters: FontFamily): Typography {
    val reading = TextStyle(
        fontFamily = letters,
        fontSize = 18.sp,
        lineHeight = 27.sp,
        lineBreak = LineBreak.Paragraph,
        // Every line is as high as the next, the first one too: signs beside it stand level.
        lineHeightStyle = LineHeightStyle(LineHeightStyle.Alignment.Center, LineHeightStyle.Trim.None),
    )
    val heading = reading.copy(fontWeight = FontWeight.Bold, lineBreak = LineBreak.Heading)
    return Typography(
        headlineLarge = heading.copy(fontSize = 32.sp, lineHeight = 40.sp),
        titleLarge = heading.copy(fontSize = 23.sp, lineHeight = 31.sp),
        titleMedium = heading,
        bodyLarge = reading.copy(fontSize = 19.sp, lineHeight = 29.sp),
        bodyMedium = reading,
        labelLarge = reading.copy(fontWeight = FontWeight.Bold, lineHeight = 24.sp),
    )
}
