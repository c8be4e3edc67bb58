package org.opensocialnet.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Settles the demo city before the first page is asked for: early in the start of the server, never for a command. */
@Component
@ConditionalOnWebApplication
class DemoStart implements SmartLifecycle {

    private final Demo demo;
    private boolean running;

    DemoStart(Demo demo) {
        this.demo = demo;
    }

    @Override
    public void start() {
        demo.settle();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
