package org.opensocialnet.chronicle;

import org.opensocialnet.database.JobBook;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Tells in the background when the server has started, after the city and its people; a stop waits for the month. */
@Configuration
@ConditionalOnWebApplication
@Order(9)
class ChronicleStart implements ApplicationRunner, SmartLifecycle {

    private static final long A_MONTH_AT_MOST = 15_000;

    private final Chronicle chronicle;
    private final RequestStory requests;
    private final ChronicleSettings settings;
    private final JobBook jobs;
    private volatile boolean running;
    private volatile Thread telling = Thread.currentThread();

    ChronicleStart(Chronicle chronicle, RequestStory requests, ChronicleSettings settings, JobBook jobs) {
        this.chronicle = chronicle;
        this.requests = requests;
        this.settings = settings;
        this.jobs = jobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.tells()) {
            background(() -> jobs.run("chronicle.tell", () -> {
                chronicle.tell(settings.days(), () -> !running);
                return requests.tell(() -> !running);
            }));
        } else if (!settings.enabled() && chronicle.isThere()) {
            background(chronicle::takeOut);
        }
    }

    private void background(Runnable work) {
        var thread = new Thread(work, "chronicle");
        thread.setPriority(Thread.MIN_PRIORITY);
        telling = thread;
        thread.start();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var thread = telling;
        if (thread != Thread.currentThread() && thread.getName().equals("chronicle")) {
            try {
                thread.join(A_MONTH_AT_MOST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
