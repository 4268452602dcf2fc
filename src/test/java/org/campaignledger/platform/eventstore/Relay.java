package org.campaignledger.platform.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server on this machine, and can be cut: what is connected breaks off, nobody comes in. */
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** To the server at this address, host:port. */
    public Relay(String address) {
        int colon = address.lastIndexOf(':');
        host = address.substring(0, colon);
        port = Integer.parseInt(address.substring(colon + 1));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::run);
    }

    /** Where clients find it. */
    public String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void run() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                if (cut) {
                    end(client);
                    continue;
                }
                Socket server = new Socket(host, port);
                open.add(server);
                Thread.ofVirtual().start(() -> carry(client, server));
                Thread.ofVirtual().start(() -> carry(server, client));
            } catch (IOException gone) {
                // the next one may come through
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException gone) {
            // both ends are closed below
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed already
        }
    }

    /** Breaks every connection and lets nobody in. */
    public void cut() {
        cut = true;
        open.forEach(this::end);
    }

    /** Ends {@link #cut}. */
    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException gone) {
            // it is closed already
        }
    }
}
