package nl.landvast.desktop

import nl.landvast.section.SectionSpec

class SectionOnDesktopTest : SectionSpec()
