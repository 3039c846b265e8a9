package nl.landvast.look

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.interaction.collectIsFocusedAsState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.sizeIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.toggleable
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Checkbox
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.text
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp

/** What a box takes, so that the right keyboard comes up. */
enum class Typing(val keyboard: KeyboardType, val capitals: KeyboardCapitalization, val isOneLine: Boolean) {
    Paragraphs(KeyboardType.Text, KeyboardCapitalization.Sentences, isOneLine = false),
    Line(KeyboardType.Text, KeyboardCapitalization.Sentences, isOneLine = true),
    Phone(KeyboardType.Phone, KeyboardCapitalization.None, isOneLine = true),
    Number(KeyboardType.Number, KeyboardCapitalization.None, isOneLine = true),
    Clock(KeyboardType.Text, KeyboardCapitalization.None, isOneLine = true),
}

/**
 * A box to write in, which grows with what is written.
 *
 * [name] is what a screen reader calls it; it is not drawn, because the question above says it.
 */
@Composable
fun WriteBox(
    name: String,
    text: String,
    typing: Typing,
    onText: (String) -> Unit,
    modifier: Modifier = Modifier,
    onEnter: (() -> Unit)? = null,
) {
    val colors = MaterialTheme.colorScheme
    val touched = remember { MutableInteractionSource() }
    val isFocused by touched.collectIsFocusedAsState()
    val edge = if (isFocused) BorderStroke(2.5.dp, colors.primary) else BorderStroke(1.dp, colors.outline)
    val shape = RoundedCornerShape(Space.corner)
    BasicTextField(
        value = text,
        onValueChange = { typed -> onText(if (typing.isOneLine) typed.replace('\n', ' ') else typed) },
        modifier = modifier.fillMaxWidth(),
        textStyle = MaterialTheme.typography.bodyLarge.copy(color = colors.onSurface),
        cursorBrush = SolidColor(colors.primary),
        interactionSource = touched,
        keyboardOptions = KeyboardOptions(
            keyboardType = typing.keyboard,
            capitalization = typing.capitals,
            imeAction = if (onEnter != null) ImeAction.Next else ImeAction.Default,
        ),
        keyboardActions = KeyboardActions(onNext = onEnter?.let { enter -> { enter() } }),
        // A long line is shown whole, on several rows.
        singleLine = typing == Typing.Number || typing == Typing.Clock,
        decorationBox = { written ->
            Box(
                Modifier.clip(shape).background(colors.surface).border(edge, shape)
                    .heightIn(min = Space.touch)
                    .padding(horizontal = Space.medium, vertical = 13.dp),
                contentAlignment = Alignment.CenterStart,
            ) {
                Spacer(Modifier.semantics { this.text = AnnotatedString(name) })
                written()
            }
        },
    )
}

/**
 * A quiet button with a sign and a word.
 *
 * Heard without its surroundings, "one more line" does not say of what: [of] is added for that.
 */
@Composable
fun WordButton(
    sign: ImageVector,
    word: String,
    onClick: () -> Unit,
    of: String? = null,
    color: Color = MaterialTheme.colorScheme.primary,
) {
    val spoken = if (of == null) Modifier else Modifier.semantics { contentDescription = "$word: $of" }
    // Its sign stands on the edge of the text below and above it.
    TextButton(onClick, spoken.offset(x = -buttonInset).heightIn(min = Space.touch)) {
        Sign(sign, color)
        Text(word, Modifier.padding(start = Space.small), color, style = MaterialTheme.typography.labelLarge)
    }
}

/** The colour of what takes away or explains: there, but never first. */
@Composable
fun quiet(): Color = MaterialTheme.colorScheme.onSurfaceVariant

/** A sign beside words: as high as a line of them, however large the letters are. */
@Composable
fun Sign(sign: ImageVector, color: Color, says: String? = null) {
    val height = MaterialTheme.typography.bodyMedium.lineHeight
    val size = with(LocalDensity.current) { height.toDp() }
    Icon(sign, says, Modifier.size(size), color)
}

/** A button that is only a sign; [says] is read aloud. */
@Composable
fun SignButton(sign: ImageVector, says: String, onClick: () -> Unit, modifier: Modifier = Modifier) {
    IconButton(onClick, modifier.sizeIn(minWidth = Space.touch, minHeight = Space.touch)) {
        Sign(sign, quiet(), says)
    }
}

/** One of several: a whole row to tap, not only its dot. */
@Composable
fun OneOf(label: String, isChosen: Boolean, onChoose: () -> Unit) {
    Picked(isChosen, Modifier.selectable(isChosen, role = Role.RadioButton, onClick = onChoose), label) {
        RadioButton(selected = isChosen, onClick = null)
    }
}

/** Any of several: a whole row to tap. */
@Composable
fun AnyOf(label: String, isChosen: Boolean, onChoose: (Boolean) -> Unit) {
    Picked(isChosen, Modifier.toggleable(isChosen, role = Role.Checkbox, onValueChange = onChoose), label) {
        Checkbox(checked = isChosen, onCheckedChange = null)
    }
}

/** Any of a few short words beside each other, such as the days of a week. */
@Composable
fun Tile(label: String, isOn: Boolean, onTurn: (Boolean) -> Unit) {
    Box(
        Modifier.boxed(isOn).toggleable(isOn, role = Role.Checkbox, onValueChange = onTurn)
            .sizeIn(minWidth = 64.dp, minHeight = Space.touch)
            .padding(horizontal = Space.small),
        contentAlignment = Alignment.Center,
    ) { Text(label, color = boxedText(isOn), style = MaterialTheme.typography.bodyLarge) }
}

@Composable
private fun Picked(isChosen: Boolean, touch: Modifier, label: String, mark: @Composable () -> Unit) {
    Row(
        Modifier.fillMaxWidth().boxed(isChosen).then(touch)
            .heightIn(min = Space.touch)
            .padding(horizontal = Space.medium, vertical = 12.dp),
        horizontalArrangement = Arrangement.spacedBy(Space.medium),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        mark()
        Text(label, color = boxedText(isChosen), style = MaterialTheme.typography.bodyLarge)
    }
}

/** What is chosen is told by its edge and its ground, not by colour alone. */
@Composable
private fun Modifier.boxed(isChosen: Boolean): Modifier {
    val colors = MaterialTheme.colorScheme
    val shape = RoundedCornerShape(Space.corner)
    val edge = if (isChosen) BorderStroke(2.5.dp, colors.primary) else BorderStroke(1.dp, colors.outline)
    return clip(shape).background(if (isChosen) colors.primaryContainer else colors.surface).border(edge, shape)
}

@Composable
private fun boxedText(isChosen: Boolean): Color =
    if (isChosen) MaterialTheme.colorScheme.onPrimaryContainer else MaterialTheme.colorScheme.onSurface

/** Puts the cursor where somebody just asked for a new box; [count] says that the box is there. */
@Composable
fun FocusOnce(isWanted: Boolean, count: Int, where: FocusRequester, onDone: () -> Unit) {
    LaunchedEffect(count) {
        if (isWanted) {
            where.requestFocus()
            onDone()
        }
    }
}

private val buttonInset = 12.dp
