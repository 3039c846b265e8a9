package nl.landvast.plan

import java.time.LocalDate
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test

class ReadingTest {
    @Test fun aDayIsReadOnlyOnceItIsWhole() {
        assertEquals(ReadDay.Nothing, Entry.Day("", " ", "").read())
        assertEquals(ReadDay.Unfinished, Entry.Day("3", "", "1990").read())
        assertEquals(ReadDay.Unfinished, Entry.Day("3", "5", "19").read())
        assertEquals(ReadDay.NoSuchDay, Entry.Day("31", "2", "1990").read())
        assertEquals(ReadDay.NoSuchDay, Entry.Day("x", "2", "1990").read())
        assertEquals(ReadDay.Whole(LocalDate.of(1990, 5, 3)), Entry.Day("03", "5", "1990").read())
    }

    @Test fun aTimeIsReadAsPeopleWriteIt() {
        assertEquals(9 * 60, readMinute("9"))
        assertEquals(9 * 60 + 30, readMinute("9.30"))
        assertEquals(17 * 60 + 5, readMinute("17:05"))
        assertEquals(24 * 60, readMinute("24"))
        listOf("", "25", "9:60", "24:30", "nine", "9:0:0").forEach { assertNull(it, readMinute(it)) }
    }

    @Test fun whatIsHalfDoneIsNotWhole() {
        assertTrue(Entry.Hours(Times.Always).isWhole)
        assertFalse(Entry.Hours(Times.Some(listOf(Times.Span(emptySet(), "9", "17")))).isWhole)
        assertTrue(Entry.Hours(Times.Some(listOf(Times.Span(setOf(0), "9", "17")))).isWhole)
        assertFalse(Entry.Agreement(emptyList(), chosen = "yes", on = Entry.Day("", "", "")).isWhole)
        assertFalse(Entry.Degree(most = 4, named = emptyList(), typed = "5").isWhole)
    }

    @Test fun hoursReadFromTheCoreStandOnTheirDays() {
        val times = readHours("mo,we-fr 09:00-17:30; su 22:00-06:00")
        val expected = listOf(Times.Span(setOf(0, 2, 3, 4), "09:00", "17:30"), Times.Span(setOf(6), "22:00", "06:00"))
        assertEquals(Times.Some(expected), times)
        assertEquals(Times.Always, readHours("always"))
    }
}
