package nl.landvast.contents

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import nl.landvast.look.Space
import nl.landvast.plan.SectionTitle

/** What the screen of contents shows. */
data class ContentsState(val title: String, val sections: List<SectionTitle>)

/** The sections of the plan, one under the other. */
@Composable
fun ContentsScreen(state: ContentsState, onOpen: (SectionTitle) -> Unit) =
    Surface(color = MaterialTheme.colorScheme.background) {
        Box(Modifier.fillMaxSize(), contentAlignment = Alignment.TopCenter) {
            LazyColumn(
                Modifier.widthIn(max = Space.column).fillMaxSize(),
                contentPadding = PaddingValues(Space.large),
                verticalArrangement = Arrangement.spacedBy(Space.medium),
            ) {
                item {
                    Text(
                        state.title,
                        Modifier.padding(vertical = Space.medium).semantics { heading() },
                        style = MaterialTheme.typography.headlineLarge,
                    )
                }
                items(state.sections, key = { it.id }) { SectionButton(it, onOpen) }
            }
        }
    }

@Composable
private fun SectionButton(section: SectionTitle, onOpen: (SectionTitle) -> Unit) = Surface(
    onClick = { onOpen(section) },
    modifier = Modifier.fillMaxWidth().semantics { role = Role.Button },
    shape = RoundedCornerShape(Space.corner),
    color = MaterialTheme.colorScheme.surface,
    border = BorderStroke(1.dp, MaterialTheme.colorScheme.outlineVariant),
) {
    Column(Modifier.padding(20.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Text(section.title, style = MaterialTheme.typography.titleLarge)
        Text(
            section.about,
            style = MaterialTheme.typography.bodyMedium,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}
