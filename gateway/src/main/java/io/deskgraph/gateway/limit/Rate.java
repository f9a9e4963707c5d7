package io.deskgraph.gateway.limit;

/**
 * How large a bucket is and how fast it fills.
 *
 * @param burst requests at once
 * @param refillPerSecond requests a second in the long run
 */
public record Rate(int burst, int refillPerSecond) {

    public Rate {
        if (burst < 1 || refillPerSecond < 1) {
            throw new IllegalArgumentException("A rate needs a burst and a refill of 1 or more");
        }
    }

    Rate times(int factor) {
        return new Rate(Math.multiplyExact(burst, factor), Math.multiplyExact(refillPerSecond, factor));
    }

    /** The seconds in which an empty bucket fills. */
    int windowSeconds() {
        return (burst - 1) / refillPerSecond + 1;
    }
}
