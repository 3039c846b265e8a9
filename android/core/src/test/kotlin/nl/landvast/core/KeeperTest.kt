package nl.landvast.core

import java.io.File
import java.time.LocalDate
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

/** Whether what Kotlin says reaches the core and comes back. What the core does, its own tests ask. */
class KeeperTest {
    @get:Rule val folder = TemporaryFolder()

    private val opening by lazy { Opening(File(folder.root, "plan").path, Cost.LEAST, known = null) }

    private fun create(): Keeper =
        Keeper.create(opening, Language.NL, passphrase(), makeRecoveryCode().encodeToByteArray())

    private fun passphrase() = "zeven zachte zeeslangen".encodeToByteArray()

    private fun Keeper.answer(field: String): Value? = read(Place.Plan, field).answer?.value

    @Test fun whatWasWrittenIsThereAfterLockingAndOpening() {
        val written = mapOf(
            "c.first" to Value.Text("Ga rustig naast me zitten. 🌊 Zoë"),
            "c.do" to Value.Lines(listOf("Zet thee", "Zacht praten")),
            "c.touch" to Value.Choice("ask"),
            "a.birth_date" to Value.Day(LocalDate.of(1987, 2, 28)),
            "a.phone" to Value.Phones(listOf("06 12345678")),
            "e.gp" to Value.Rows(
                listOf(
                    Row(
                        makeRowId(),
                        mapOf(
                            "name" to Value.Text("Huisarts De Kade"),
                            "phones" to Value.Phones(listOf("030 1234567")),
                            "hours" to Value.Hours("mo-fr 09:00-17:00"),
                        ),
                    ),
                ),
            ),
        )
        create().run {
            written.forEach { (field, value) -> write(Place.Plan, field, value) }
            lock()
        }

        val keeper = Keeper.open(opening, passphrase())
        written.forEach { (field, value) -> assertEquals(field, value, keeper.answer(field)) }
        keeper.lock()
    }

    @Test fun aWrongPassphraseSaysSoAndChangesNothing() {
        create().run {
            write(Place.Plan, "c.first", Value.Text("Ga zitten."))
            lock()
        }
        val error = assertThrows(PlanException.WrongSecret::class.java) {
            Keeper.open(opening, "iets anders".encodeToByteArray())
        }
        assertTrue(sayError(error, Language.NL).size == 3)

        val keeper = Keeper.open(opening, passphrase())
        assertEquals(Value.Text("Ga zitten."), keeper.answer("c.first"))
        keeper.lock()
    }

    @Test fun afterLockingEveryCallSaysThatItIsLocked() {
        val keeper = create()
        keeper.lock()
        val calls = listOf<() -> Any?>(
            { keeper.section(Place.Plan, Section.C) },
            { keeper.write(Place.Plan, "c.first", Value.Text("Te laat.")) },
            { keeper.words() },
            { keeper.card(CardOptions(CardLayout.FOLD, null, null, Format.PDF)) },
            { keeper.lock() },
        )
        calls.forEach { call -> assertThrows(PlanException.Locked::class.java) { call() } }
    }

    @Test fun aCardIsMadeFromWhatThereIs() {
        val keeper = create()
        keeper.write(Place.Plan, "a.call_name", Value.Text("Noor"))
        val pdf = keeper.card(
            CardOptions(CardLayout.FOLD, language = Language.NL, secondLanguage = Language.EN, format = Format.PDF),
        )
        assertEquals("%PDF", pdf.files.single().decodeToString(0, 4))
        val png = keeper.card(
            CardOptions(CardLayout.MINI, language = null, secondLanguage = null, format = Format.PNG),
        )
        assertEquals("PNG", png.files.single().decodeToString(1, 4))
        assertEquals("the same words are the same version", pdf.code, png.code)
        keeper.lock()
    }

    @Test fun whatDoesNotFitIsRefusedWithItsReason() {
        val keeper = create()
        val error = assertThrows(PlanException.Invalid::class.java) {
            keeper.write(Place.Plan, "c.touch", Value.Choice("maybe"))
        }
        val fault = error.faults.single()
        assertEquals("c.touch", fault.at)
        assertEquals(listOf("yes", "ask", "no"), (fault.problem as Problem.UnknownChoice).choices)
        assertNull(keeper.answer("c.touch"))
        assertTrue(sayError(error, Language.EN).isNotEmpty())
        keeper.lock()
    }

    @Test fun hoursThatAreNoneAreRefusedLikeAnyOtherMistake() {
        val keeper = create()
        val error = assertThrows(PlanException.Invalid::class.java) {
            val cells = mapOf<String, Value>("hours" to Value.Hours("soon"))
            keeper.write(Place.Plan, "e.gp", Value.Rows(listOf(Row(makeRowId(), cells))))
        }
        assertEquals(Problem.NotHours, error.faults.single().problem)
        assertNull(keeper.answer("e.gp"))
        keeper.lock()
    }

    @Test fun aPersonIsAddedChangedAndTakenOut() {
        val keeper = create()
        val id = keeper.addPerson("Ana", listOf(NamedValue("d.phones", Value.Phones(listOf("06 87654321")))))
        val agreed = Value.Agreement(Agreement(on = LocalDate.of(2026, 3, 1), answer = Agrees.YES))
        val draft = Draft(agreed, cardText = null, AudienceChange.Only(audience(id)), source = null, reviewedOn = null, lang = null)
        keeper.editPerson(id, listOf(NamedDraft("d.agreed", draft.copy(audience = AudienceChange.Keep))))
        keeper.revise(Place.Plan, "b.well", draft.copy(value = Value.Text("Ik maak grapjes."), cardText = null))

        val answer = keeper.person(id).fields.single { it.spec.id == "d.agreed" }.answer
        assertEquals(agreed, answer?.value)
        assertEquals(listOf(id), keeper.read(Place.Plan, "b.well").answer?.audience?.people)
        keeper.removePerson(id)
        assertTrue(keeper.people().isEmpty())
        keeper.lock()
    }

    @Test fun aPaperIsForWhoeverItIsForAndAnybodyElseIsRefused() {
        val keeper = create()
        val ana = keeper.addPerson("Ana", emptyList())
        val options = PaperOptions(language = null, format = Format.PDF)
        assertEquals("%PDF", keeper.sheet(ana, options).files.single().decodeToString(0, 4))
        val error = assertThrows(PlanException.WrongReader::class.java) { keeper.plan(ana, emptyList(), options) }
        assertEquals(PaperKind.PLAN, error.paper)
        val copy = keeper.giveCopy(ana, PaperKind.SHEET, Form.PAPER)
        keeper.copyBack(copy)
        val again = assertThrows(PlanException.NotFound::class.java) { keeper.copyBack(copy) }
        assertEquals(Missing.COPY, again.what)
        keeper.lock()
    }

    @Test fun aPassphraseOfSevenCharactersIsTooShortOnEveryHost() {
        val error = assertThrows(PlanException.WeakPassphrase::class.java) {
            Keeper.create(opening, Language.NL, "zeeslan".encodeToByteArray(), makeRecoveryCode().encodeToByteArray())
        }
        assertEquals(8uL, error.shortest)
    }

    private fun audience(person: PersonId) =
        Audience(anyone = false, professionals = false, nextOfKin = false, people = listOf(person))
}
