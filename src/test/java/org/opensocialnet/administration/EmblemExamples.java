package org.opensocialnet.administration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.opensocialnet.access.RouteExamples;
import org.opensocialnet.database.Sight;
import org.opensocialnet.settings.Emblem;
import org.opensocialnet.settings.Emblems;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The city's emblem, a new one each time. */
@Component
@Profile("matrix")
class EmblemExamples implements RouteExamples {

    private final Emblems emblems;
    private final TransactionOperations transactions;

    EmblemExamples(Emblems emblems, TransactionOperations transactions) {
        this.emblems = emblems;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "emblem";
    }

    @Override
    public String of(UUID organization, UUID member) {
        Sight.job("settings")
                .run(() -> transactions.executeWithoutResult(_ -> emblems.add(Emblem.Place.CITY, "Δήμος", picture())));
        return emblems.ofCity().orElseThrow().id().toString();
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(60, 50, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
