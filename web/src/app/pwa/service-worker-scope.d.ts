/** The little of a service worker's world that ours uses; TypeScript has it only without that of pages. */
declare global {
  interface ScopeEvent extends Event {
    waitUntil(work: Promise<unknown>): void;
  }
  interface ScopeFetchEvent extends ScopeEvent {
    readonly request: Request;
    readonly preloadResponse: Promise<Response | undefined>;
    respondWith(answer: Promise<Response>): void;
  }
  interface ScopePushEvent extends ScopeEvent {
    readonly data: { json(): unknown } | null;
  }
  interface ScopeNotificationEvent extends ScopeEvent {
    readonly notification: Notification;
  }
  interface ScopeWindow {
    readonly url: string;
    focus(): Promise<unknown>;
    navigate(address: string): Promise<unknown>;
  }
  interface ServiceWorkerScope {
    readonly location: Location;
    readonly registration: ServiceWorkerRegistration;
    readonly clients: {
      claim(): Promise<void>;
      matchAll(of: { type: 'window' }): Promise<readonly ScopeWindow[]>;
      openWindow(address: string): Promise<unknown>;
    };
    skipWaiting(): Promise<void>;
    addEventListener(type: 'install' | 'activate', listener: (event: ScopeEvent) => void): void;
    addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
    addEventListener(type: 'push', listener: (event: ScopePushEvent) => void): void;
    addEventListener(
      type: 'notificationclick',
      listener: (event: ScopeNotificationEvent) => void,
    ): void;
    addEventListener(type: 'fetch', listener: (event: ScopeFetchEvent) => void): void;
  }
}
export {};
