// Opens the age file named as argument with the words on standard input; writes what was in it.
import { readFileSync } from "node:fs";
import { Decrypter } from "age-encryption";

const opener = new Decrypter();
opener.addPassphrase(readFileSync(0, "utf8").trim());
process.stdout.write(await opener.decrypt(readFileSync(process.argv[2])));
