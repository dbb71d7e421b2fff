import type { Texts } from '../index';
import { administration } from './administration';
import { artifacts } from './artifacts';
import { common } from './common';
import { editor } from './editor';
import { history } from './history';
import { jobs } from './jobs';
import { navigation } from './navigation';
import { preferences } from './preferences';
import { eta, status } from './runs';
import { schedule } from './schedule';
import { signIn } from './sign-in';

/** German. */
export const de: Texts = { ...common, navigation, signIn, status, eta, schedule, jobs, editor, history, artifacts, administration, preferences };
