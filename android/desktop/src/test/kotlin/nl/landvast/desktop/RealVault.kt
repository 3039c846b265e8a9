package nl.landvast.desktop

import java.io.File
import nl.landvast.core.Cost
import nl.landvast.core.Keeper
import nl.landvast.core.Language
import nl.landvast.core.Opening
import nl.landvast.core.makeRecoveryCode

/** A vault of the real core in a folder of its own. */
class RealVault(folder: File) {
    private val opening = Opening(File(folder, "plan").path, Cost.LEAST, known = null)

    fun create(): Keeper =
        Keeper.create(opening, Language.NL, passphrase(), makeRecoveryCode().encodeToByteArray())

    fun open(): Keeper = Keeper.open(opening, passphrase())

    private fun passphrase() = "zeven zachte zeeslangen".encodeToByteArray()
}
