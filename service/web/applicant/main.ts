import { createApp } from 'vue'
import '@/style/base.css'
import { language, speak } from '@/messages/messages'
import App from './App.vue'
import { startRouting } from './router'

speak(language.value)
startRouting()
createApp(App).mount('#page')
