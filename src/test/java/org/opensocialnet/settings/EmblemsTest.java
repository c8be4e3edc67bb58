package org.opensocialnet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Seeded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
class EmblemsTest {

    @Autowired
    Emblems emblems;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void noneIsLeft() {
        emblems.ofCity().ifPresent(emblem -> deciding(() -> emblems.remove(emblem.id())));
        emblems.ofFunders().forEach(emblem -> deciding(() -> emblems.remove(emblem.id())));
    }

    @Test
    void anEmblemIsDrawnAnewInTheSizePagesShow() throws IOException {
        var upload = picture("png", 1600, 800);
        deciding(() -> emblems.add(Emblem.Place.CITY, "Δήμος", upload));

        var emblem = emblems.ofCity().orElseThrow();
        assertThat(emblem.width()).isEqualTo(320);
        assertThat(emblem.height()).isEqualTo(160);
        var png = emblems.picture(emblem.hash()).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(320);
    }

    @Test
    void nothingButThePointsOfAFileIsKept() throws IOException {
        var words = "<script>alert('κρυμμένο')</script>".getBytes(StandardCharsets.UTF_8);
        var clean = picture("jpeg", 100, 60);
        var upload = Arrays.copyOf(clean, clean.length + words.length);
        System.arraycopy(words, 0, upload, clean.length, words.length);
        deciding(() -> emblems.add(Emblem.Place.FUNDER, "Ταμείο", upload));

        var png = emblems.picture(emblems.ofFunders().getFirst().hash()).orElseThrow();
        assertThat(new String(png, StandardCharsets.ISO_8859_1))
                .doesNotContain("script")
                .startsWith("\u0089PNG");
    }

    @Test
    void theCityHasOneEmblemAndThoseWhoPayHaveSeveral() throws IOException {
        var first = picture("png", 50, 50);
        var second = picture("png", 60, 50);
        deciding(() -> emblems.add(Emblem.Place.CITY, "Old", first));
        deciding(() -> emblems.add(Emblem.Place.CITY, "New", second));
        deciding(() -> emblems.add(Emblem.Place.FUNDER, "One", first));
        deciding(() -> emblems.add(Emblem.Place.FUNDER, "Two", second));

        assertThat(emblems.ofCity()).map(Emblem::name).contains("New");
        assertThat(emblems.ofFunders()).extracting(Emblem::name).containsExactly("One", "Two");
        assertThat(emblems.picture("0".repeat(32))).isEmpty();
    }

    @Test
    void whatIsNoSmallPngOrJpegIsRefused() throws IOException {
        refused("settings.emblem.kind", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        refused("settings.emblem.kind", new byte[0]);
        refused("settings.emblem.kind", picture("gif", 10, 10));
        refused("settings.emblem.broken", Arrays.copyOf(picture("png", 50, 50), 40));
        refused("settings.emblem.large", new byte[Picture.MOST_BYTES + 1]);
        refused("settings.emblem.large", claimingToBe(picture("png", 20, 20), 60_000, 60_000));
    }

    /** Whatever a stranger does to a file, the answer is a picture or a refusal. */
    @Seeded
    void aDamagedFileIsAPictureOrARefusal(Random random) throws IOException {
        var upload = picture(random.nextBoolean() ? "png" : "jpeg", 1 + random.nextInt(60), 1 + random.nextInt(60));
        for (int blow = random.nextInt(12); blow >= 0; blow--) {
            upload[8 + random.nextInt(upload.length - 8)] = (byte) random.nextInt();
        }
        try {
            assertThat(Picture.of(upload).width()).isBetween(1, 480);
        } catch (Refusal refusal) {
            assertThat(refusal.key()).startsWith("settings.emblem.");
        }
    }

    private void refused(String key, byte[] upload) {
        assertThatThrownBy(() -> deciding(() -> emblems.add(Emblem.Place.FUNDER, "Ταμείο", upload)))
                .isInstanceOf(Refusal.class)
                .hasMessage(key);
    }

    private void deciding(Runnable work) {
        Sight.job("settings").run(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, height / 2, 0xb4532a);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** The header of a PNG says how wide and high it is, and then its checksum. */
    private static byte[] claimingToBe(byte[] png, int width, int height) {
        var header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        return png;
    }
}
