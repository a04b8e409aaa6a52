package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether bytes that can be read as GB18030 are Chinese at all. Nearly any bytes can: Western or Big5 text becomes rare characters.
 * In Chinese text most characters, if not all, are of GB 2312 (1980), which holds the common ones; in the others hardly half of them
 * fall there.
 *
 * @param common characters of two bytes that GB 2312 has
 * @param others all further characters beyond ASCII
 */
record ChineseBytes(long common, long others) {
    static ChineseBytes of(Path file) throws IOException {
        long common = 0;
        long others = 0;
        int lead = 0;
        boolean isLong = false;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = new byte[1 << 18];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                for (int i = 0; i < n; i++) {
                    int b = window[i] & 0xFF;
                    if (lead == 0) {
                        lead = b >= 0x80 ? b : 0;
                    } else if (b >= '0' && b <= '9') {
                        // the first or second half of a character of four bytes
                        others += isLong ? 0 : 1;
                        isLong = !isLong;
                        lead = 0;
                    } else {
                        if (isCommon(lead, b)) {
                            common++;
                        } else {
                            others++;
                        }
                        lead = 0;
                    }
                }
            }
        }
        return new ChineseBytes(common, others);
    }

    boolean isLikely() {
        return common >= others;
    }

    private static boolean isCommon(int lead, int trail) {
        boolean isSign = lead >= 0xA1 && lead <= 0xA3;
        return trail >= 0xA1 && (isSign || lead >= 0xB0 && lead <= 0xF7);
    }
}
