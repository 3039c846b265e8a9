package nl.landvast.look

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.PathBuilder
import androidx.compose.ui.graphics.vector.path
import androidx.compose.ui.unit.dp

/** The few signs of the screens, drawn here: a library of icons would bring thousands. */
object Signs {
    val back = sign("back") {
        moveTo(14.5f, 5.5f)
        lineTo(8f, 12f)
        lineTo(14.5f, 18.5f)
    }

    val plus = sign("plus") {
        moveTo(12f, 5.5f)
        lineTo(12f, 18.5f)
        moveTo(5.5f, 12f)
        lineTo(18.5f, 12f)
    }

    val cross = sign("cross") {
        moveTo(7f, 7f)
        lineTo(17f, 17f)
        moveTo(17f, 7f)
        lineTo(7f, 17f)
    }

    val tick = sign("tick") {
        moveTo(5.5f, 12.5f)
        lineTo(10f, 17f)
        lineTo(18.5f, 7.5f)
    }

    val eye = sign("eye") {
        moveTo(2.5f, 12f)
        curveTo(5f, 7.5f, 8.2f, 5.8f, 12f, 5.8f)
        curveTo(15.8f, 5.8f, 19f, 7.5f, 21.5f, 12f)
        curveTo(19f, 16.5f, 15.8f, 18.2f, 12f, 18.2f)
        curveTo(8.2f, 18.2f, 5f, 16.5f, 2.5f, 12f)
        close()
        moveTo(12f, 9.2f)
        curveTo(13.6f, 9.2f, 14.8f, 10.4f, 14.8f, 12f)
        curveTo(14.8f, 13.6f, 13.6f, 14.8f, 12f, 14.8f)
        curveTo(10.4f, 14.8f, 9.2f, 13.6f, 9.2f, 12f)
        curveTo(9.2f, 10.4f, 10.4f, 9.2f, 12f, 9.2f)
        close()
    }

    private fun sign(name: String, draw: PathBuilder.() -> Unit): ImageVector =
        ImageVector.Builder(name, defaultWidth = 24.dp, defaultHeight = 24.dp, viewportWidth = 24f, viewportHeight = 24f)
            .path(
                stroke = SolidColor(Color.Black),
                strokeLineWidth = 2f,
                strokeLineCap = StrokeCap.Round,
                strokeLineJoin = StrokeJoin.Round,
                pathBuilder = draw,
            )
            .build()
}
