package dev.longshore.worker.segment;

import java.util.ArrayList;
import java.util.List;

/** Where bytes lie that follow one another, with as few extents as that takes. Not safe for use by several threads. */
public final class Extents {
    private final List<Extent> extents = new ArrayList<>();

    /** Adds what follows. */
    public void add(Extent next) {
        int last = extents.size() - 1;
        if (last >= 0 && extents.get(last).isFollowedBy(next)) {
            extents.set(last, extents.get(last).and(next));
        } else {
            extents.add(next);
        }
    }

    /** Adds a part of what other extents hold, both ends counted in their bytes. */
    public void addPart(List<Extent> others, long from, long to) {
        long begin = 0;
        for (Extent extent : others) {
            long first = Math.max(from, begin);
            long end = Math.min(to, begin + extent.length());
            if (first < end) {
                add(new Extent(extent.object(), extent.offset() + first - begin, end - first));
            }
            begin += extent.length();
        }
    }

    public List<Extent> toList() {
        return List.copyOf(extents);
    }
}
