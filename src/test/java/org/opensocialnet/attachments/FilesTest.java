package org.opensocialnet.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.opensocialnet.attachments.Attachment.Kind;
import org.opensocialnet.kernel.Refusal;

/** What strangers' files really are, and what is left of them. */
class FilesTest {

    @Test
    void aFileIsWhatItsBytesSay() {
        assertThat(Sniffed.of(Samples.pdf())).contains(Kind.PDF);
        assertThat(Sniffed.of(Samples.photograph())).contains(Kind.JPEG);
        assertThat(Sniffed.of(Samples.picture("png", 3, 3))).contains(Kind.PNG);
        assertThat(Sniffed.of(Samples.webp())).contains(Kind.WEBP);
        assertThat(Sniffed.of(Samples.text("Λίστα:\r\n\tκουβέρτες"))).contains(Kind.TEXT);
        assertThat(Sniffed.of(Samples.zip("[Content_Types].xml", "word/document.xml")))
                .contains(Kind.DOCX);
        assertThat(Sniffed.of(Samples.zip("[Content_Types].xml", "xl/workbook.xml")))
                .contains(Kind.XLSX);
    }

    @Test
    void whatRunsOrHidesIsNotTaken() {
        assertThat(Sniffed.of(Samples.text("MZ\u0000\u0001"))).as("a program").isEmpty();
        assertThat(Sniffed.of(Samples.zip("a.exe"))).as("an archive").isEmpty();
        assertThat(Sniffed.of(Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .as("macros")
                .isEmpty();
        assertThat(Sniffed.of(Arrays.copyOf(Samples.zip("word/document.xml"), 40)))
                .as("half a file")
                .isEmpty();
        assertThat(Sniffed.of(new byte[] {(byte) 0xce, (byte) 0x41}))
                .as("no UTF-8")
                .isEmpty();
    }

    @Test
    void aPhotographStandsUprightAndTellsNoPlace() throws IOException {
        var drawn = Redrawn.jpeg(Samples.photograph());
        assertThat(latin(drawn)).doesNotContain(Samples.PLACE, "Exif");
        var image = ImageIO.read(new ByteArrayInputStream(drawn));
        assertThat(image.getWidth()).isEqualTo(40);
        assertThat(image.getHeight()).isEqualTo(60);
        assertThat(new Color(image.getRGB(20, 5)).getRed())
                .as("what was left is above")
                .isGreaterThan(200);
        assertThat(new Color(image.getRGB(20, 55)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aHugePictureIsMadeSmallerAndAHugeClaimRefused() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(Redrawn.png(Samples.picture("png", 5_000, 20))));
        assertThat(image.getWidth()).isEqualTo(2_400);
        var claims = Samples.picture("png", 4, 4);
        claims[16] = 0x00;
        claims[17] = 0x0f;
        claims[21] = 0x0f;
        assertThatThrownBy(() -> Redrawn.png(claims)).isInstanceOf(Refusal.class);
    }

    @Test
    void aWebpKeepsWhatDrawsItAlone() {
        var bare = BareWebp.of(Samples.webp());
        assertThat(latin(bare)).doesNotContain(Samples.PLACE, "EXIF", "XMP ").contains("VP8L");
        assertThat(bare[20]).as("and announces nothing else").isZero();
        assertThat(Sniffed.of(bare)).contains(Kind.WEBP);
        assertThatThrownBy(() -> BareWebp.of(Arrays.copyOf(Samples.webp(), 40))).isInstanceOf(Refusal.class);
    }

    @Test
    void brokenPicturesAreRefusedNeverAFailure() {
        var chance = new Random(7);
        for (int i = 0; i < 200; i++) {
            var photograph = Samples.photograph();
            for (int flips = 0; flips < 8; flips++) {
                photograph[2 + chance.nextInt(photograph.length - 2)] = (byte) chance.nextInt();
            }
            try {
                assertThat(Redrawn.jpeg(photograph)).isNotEmpty();
            } catch (Refusal no) {
                assertThat(no.field()).isEqualTo("file");
            }
        }
    }

    @Test
    void namesAreLettersWithTheEndingOfWhatTheyAre() {
        assertThat(FileName.of("C:\\φωτό\\Κουζίνα 2.PNG", Kind.JPEG)).isEqualTo("Κουζίνα 2.jpg");
        assertThat(FileName.of("../../etc/passwd", Kind.TEXT)).isEqualTo("passwd.txt");
        assertThat(FileName.of("list\u202Efdp.exe", Kind.PDF)).isEqualTo("list fdp.pdf");
        assertThat(FileName.of("\"><script>", Kind.PDF)).isEqualTo("script.pdf");
        assertThat(FileName.of(" .. ", Kind.PDF)).isEqualTo("file.pdf");
        assertThat(FileName.of("a".repeat(500), Kind.PDF)).hasSize(84);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
