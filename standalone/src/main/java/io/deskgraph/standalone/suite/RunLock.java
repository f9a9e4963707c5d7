package io.deskgraph.standalone.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the process that runs the suite, from before its first file to after its last child. The operating system
 * frees it however the process ends, so unlike a number in a file it never lies about who is running.
 */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process runs the suite on this state directory. */
    public static Optional<RunLock> tryAcquire(Layout layout) {
        try {
            PrivateFiles.directory(layout.state());
            FileChannel channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new RunLock(channel));
        } catch (IOException e) {
            throw new LaunchException("Cannot use " + layout.state() + ": " + e.getMessage(), e);
        }
    }

    /** Whether somebody runs the suite here. */
    public static boolean isHeld(Layout layout) {
        if (!Files.exists(layout.lock())) {
            return false;
        }
        Optional<RunLock> mine = tryAcquire(layout);
        mine.ifPresent(RunLock::close);
        return mine.isEmpty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LaunchException("Cannot release the lock: " + e.getMessage(), e);
        }
    }
}
