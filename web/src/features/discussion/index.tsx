import { lazy } from 'react';
import { registerNewForm } from '#web/engine/form/own-forms.ts';
import { registerObjectPage, registerRecordPage } from '#web/engine/object-pages.ts';

const TopicsPage = lazy(async () => ({
  default: (await import('./topics/topics-page.tsx')).TopicsPage,
}));
const ChannelsPage = lazy(async () => ({
  default: (await import('./channels/channels-page.tsx')).ChannelsPage,
}));
const LedTo = lazy(async () => ({ default: (await import('./led-to.tsx')).LedTo }));
const TopicForm = lazy(async () => ({
  default: (await import('./topics/topic-form.tsx')).TopicForm,
}));

registerObjectPage('topic', () => <TopicsPage />);
registerObjectPage('channel', () => <ChannelsPage />);
registerRecordPage('topic', (id) => <LedTo id={id} path="topics" to="topics" />);
registerRecordPage('post', (id) => <LedTo id={id} path="posts" relation="topic" to="topics" />);
registerRecordPage('poll', (id) => <LedTo id={id} path="polls" relation="topic" to="topics" />);
registerRecordPage('channel', (id) => <LedTo id={id} path="channels" to="channels" />);
registerRecordPage('message', (id) => (
  <LedTo id={id} path="messages" relation="channel" to="channels" />
));
registerNewForm('topic', TopicForm);
