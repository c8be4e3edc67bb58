package org.opensocialnet.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.mock.env.MockEnvironment;

class KeyringTest {

    static final byte[] SECRET = "open the cellar".getBytes(UTF_8);

    @TempDir
    Path folder;

    MockEnvironment environment = new MockEnvironment();

    Keyring keyring() {
        return new Keyring(new DataDirectory(folder), environment);
    }

    @Test
    void whatWasClosedIsOpenedForItsOwnerAloneAndUnchanged() {
        var box = keyring().box("cellar");
        var closed = box.close("maria", SECRET);

        assertThat(box.open("maria", closed)).contains(SECRET);
        assertThat(keyring().box("cellar").open("maria", closed)).contains(SECRET);
        assertThat(box.open("petros", closed)).isEmpty();
        assertThat(keyring().box("attic").open("maria", closed)).isEmpty();
        assertThat(box.open("maria", new byte[5])).isEmpty();
        closed[closed.length - 1] ^= 1;
        assertThat(box.open("maria", closed)).isEmpty();
        assertThat(box.close("maria", SECRET)).isNotEqualTo(box.close("maria", SECRET));
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        keyring().box("cellar");
        var file = folder.resolve("key-of-cellar");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> keyring().box("cellar"))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aNewKeyOnTopClosesAndTheOldOneBelowStillOpens() throws IOException {
        var before = keyring().box("cellar");
        var closed = before.close("maria", SECRET);
        var file = folder.resolve("key-of-cellar");
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]) + "\n" + Files.readString(file));

        var after = keyring().box("cellar");
        assertThat(after.open("maria", closed)).contains(SECRET);
        assertThat(after.isOld("maria", closed)).isTrue();
        assertThat(after.opening()).hasSize(2).contains(before.key()).contains(after.key());
        var anew = after.close("maria", SECRET);
        assertThat(after.isOld("maria", anew)).isFalse();
        assertThat(before.open("maria", anew)).isEmpty();
    }

    @Test
    void theEnvironmentGivesKeysAndFilesElsewhere() {
        environment.setProperty("osn.keys.cellar", Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(keyring().box("cellar").where()).isEqualTo("OSN_KEYS_CELLAR");
        assertThat(folder.resolve("key-of-cellar")).doesNotExist();

        environment.setProperty("osn.keys.directory", folder.resolve("safe").toString());
        keyring().box("attic");
        assertThat(folder.resolve("safe/key-of-attic")).exists();
    }

    @Test
    void whatIsNoKeyIsRefusedWithWhatToDo() throws IOException {
        keyring().box("cellar");
        for (var damaged : new String[] {"", "short", "AAAA"}) {
            Files.writeString(folder.resolve("key-of-cellar"), damaged);
            assertThatThrownBy(() -> keyring().box("cellar"))
                    .isInstanceOf(OperatorError.class)
                    .hasMessageContaining("Put the right one back");
        }
    }
}
