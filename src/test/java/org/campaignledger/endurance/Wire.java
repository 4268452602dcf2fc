package org.campaignledger.endurance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between an instance and the database, which can be cut: silently, so that nobody hears that it is. */
final class Wire implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int BUFFER = 1 << 14;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** A line to this port on this machine. */
    Wire(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 200, HERE);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on nothing comes through, and nothing is heard of it. */
    void cut() {
        cut = true;
    }

    /** Whoever waited finds the connection gone, and makes another. */
    void mend() {
        cut = false;
        hangUp();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket from = door.accept();
                Socket to = new Socket(HERE, target);
                sockets.add(from);
                sockets.add(to);
                Thread.ofVirtual().start(() -> carry(from, to));
                Thread.ofVirtual().start(() -> carry(to, from));
            } catch (IOException nobodyThere) {
                // the one who called sees it
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                while (cut) {
                    Thread.sleep(20);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException hungUp) {
            // and so does the other direction
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void hangUp() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                // as it should be
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        mend();
    }
}
