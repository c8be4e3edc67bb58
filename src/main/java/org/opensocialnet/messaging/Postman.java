package org.opensocialnet.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Sight;
import org.opensocialnet.mail.Courier;
import org.opensocialnet.mail.MailOffice;
import org.opensocialnet.mail.MailSettings;
import org.opensocialnet.mail.MailTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's postman: looks into the outbox when the bell rings and by the clock, goes to the mail server and hands
 * over what is due. Without a mail server letters stay where they are.
 */
@Component
@ConditionalOnWebApplication
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration AT_STOP = Duration.ofSeconds(15);

    private final Queue queue;
    private final Delivery delivery;
    private final MailOffice office;
    private final OutboxSettings outbox;
    private final Bell bell;
    private final Clock clock;
    private final Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofMinutes(5), new Random());
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private int failures;

    Postman(Queue queue, Delivery delivery, MailOffice office, OutboxSettings outbox, Bell bell, Clock clock) {
        this.queue = queue;
        this.delivery = delivery;
        this.office = office;
        this.outbox = outbox;
        this.bell = bell;
        this.clock = clock;
    }

    /** Why nothing leaves, and since when. */
    record Trouble(Instant since, String words) {}

    /** What keeps letters from leaving this node at present. */
    @Nullable
    Trouble trouble() {
        return trouble.get();
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("postman").daemon().start(() -> {
            try {
                while (!stopping) {
                    bell.await(round());
                }
            } catch (InterruptedException _) {
                // Told to stop while nothing was under way.
            }
        });
    }

    /** A letter that is just being handed over is finished first. */
    @Override
    public void stop() {
        var working = thread;
        thread = null;
        stopping = true;
        bell.ring();
        try {
            if (working != null && !working.join(AT_STOP)) {
                working.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** One way to the mail server and back; gives how long to rest. */
    Duration round() {
        var settings = office.settings();
        if (!settings.isSet()) {
            return outbox.poll();
        }
        try {
            Sight.job("letters").run(() -> carry(settings));
        } catch (RuntimeException e) {
            LOG.error("the postman stumbled and goes again later", e);
        }
        return trouble.get() == null ? outbox.poll() : patience.after(failures);
    }

    private void carry(MailSettings settings) {
        try {
            while (!stopping && queue.hasDue()) {
                goWith(settings);
            }
            troubleIsOver();
        } catch (MailTrouble e) {
            note(e);
        }
    }

    /** A talk that broke off ends the round trip; the next letter waits for another one. */
    private void goWith(MailSettings settings) throws MailTrouble {
        try (var courier = Courier.to(settings)) {
            troubleIsOver();
            while (!stopping && courier.isOpen()) {
                var held = queue.hold(outbox.lease());
                if (held.isEmpty()) {
                    return;
                }
                delivery.deliver(held.get(), courier, settings);
            }
        }
    }

    private void note(MailTrouble e) {
        failures++;
        var before =
                trouble.getAndUpdate(known -> new Trouble(known == null ? clock.instant() : known.since(), e.words()));
        if (before == null || !before.words().equals(e.words())) {
            LOG.warn("letters wait: {}", e.words());
        }
    }

    private void troubleIsOver() {
        failures = 0;
        if (trouble.getAndSet(null) != null) {
            LOG.info("letters leave again");
        }
    }
}
