package nl.landvast.section

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import nl.landvast.plan.Care
import nl.landvast.plan.Entry
import nl.landvast.plan.NotKept
import nl.landvast.plan.Plan
import nl.landvast.plan.isTyped
import nl.landvast.plan.isWhole

/**
 * One section while it is on the screen: what is typed, and what of it is stored.
 *
 * There is no button to save. What is chosen is stored at once; what is typed is stored when the
 * typing rests, when the person goes to another question, and when they leave. [scope] outlives
 * the screen, so that leaving loses nothing; [work] is where the disk is waited for.
 */
class SectionModel(
    private val plan: Plan,
    private val section: String,
    private val scope: CoroutineScope,
    private val work: CoroutineDispatcher,
) {
    var state: SectionState by mutableStateOf(SectionState.Opening)
        private set

    /** Saves that wait for the typing to rest, by field. */
    private val waiting = mutableMapOf<String, Job>()

    /** One save after another, so that the newest words are written last. */
    private val turn = Mutex()

    fun open() {
        scope.launch {
            state = try {
                val page = withContext(work) { plan.section(section) }
                SectionState.Open(page.title, page.about, page.questions.map { Asked(it, Kept.AsItWas, it.care.fold()) })
            } catch (trouble: NotKept) {
                SectionState.Closed(trouble.sentence)
            }
        }
    }

    /** Somebody typed or chose. */
    fun change(field: String, entry: Entry) {
        change(field) { it.copy(question = it.question.copy(entry = entry), kept = Kept.Busy) }
        waiting.remove(field)?.cancel()
        // Started only once it stands in the list: it takes itself out when its turn has come.
        val job = scope.launch(start = CoroutineStart.LAZY) {
            if (entry.isTyped) delay(REST_MILLIS)
            waiting.remove(field)
            keep(field)
        }
        waiting[field] = job
        job.start()
    }

    /** They went on to something else. */
    fun rest(field: String) {
        val job = waiting.remove(field) ?: return
        job.cancel()
        scope.launch { keep(field) }
    }

    /** They leave the screen. */
    fun leave() = waiting.keys.toList().forEach(::rest)

    /** They opened or closed a question that needs care. */
    fun fold(field: String) = change(field) {
        it.copy(fold = if (it.fold == Fold.Closed) Fold.Opened else Fold.Closed)
    }

    fun makeRowId(): ULong = plan.makeRowId()

    private suspend fun keep(field: String) = turn.withLock {
        val entry = asked(field)?.question?.entry ?: return@withLock
        if (!entry.isWhole) {
            change(field) { it.copy(kept = Kept.NotWhole) }
            return@withLock
        }
        val kept = try {
            withContext(work) { plan.keep(field, entry) }
            Kept.Stored
        } catch (trouble: NotKept) {
            Kept.Refused(trouble.sentence)
        }
        // Whoever typed on meanwhile gets the answer of the save that follows.
        change(field) { if (it.question.entry == entry) it.copy(kept = kept) else it }
    }

    private fun asked(field: String): Asked? =
        (state as? SectionState.Open)?.questions?.find { it.question.field == field }

    private fun change(field: String, how: (Asked) -> Asked) {
        val open = state as? SectionState.Open ?: return
        state = open.copy(questions = open.questions.map { if (it.question.field == field) how(it) else it })
    }

    private fun Care.fold(): Fold = when (this) {
        Care.Usual -> Fold.Never
        Care.AskFirst -> Fold.Closed
    }

    private companion object {
        /** Long enough to think of the next word, short enough to lose nothing. */
        const val REST_MILLIS = 1_500L
    }
}
